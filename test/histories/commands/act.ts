/** The base of all commands: performs an act, advances the time, and checks the laws. */
import fc, { type AsyncCommand } from 'fast-check';
import { turn } from '../../../simulator/phone/turns';
import { judgeAlways, judgeAtRest } from '../laws';
import type { Model } from '../model';
import type { Scene } from '../scene';

/**
 * What follows an act. `'rest'`: the phone comes to rest, and a moment passes. A number: the next act follows after
 * this number of macrotasks, while this act's work is still running.
 */
export type Pace = 'rest' | number;

/** Most acts wait for the phone to rest. */
export const pace: fc.Arbitrary<Pace> = fc.oneof(
  { weight: 3, arbitrary: fc.constant('rest' as const) },
  { weight: 1, arbitrary: fc.nat(40) },
);

/** fast-check picks commands with equal probability. A command is listed `times` times to be more frequent. */
export function often<T>(times: number, command: fc.Arbitrary<T>): fc.Arbitrary<T>[] {
  return Array.from({ length: times }, () => command);
}

/** Generates an act that needs only its pace. */
export const paced = (Command: new (pace: Pace) => Act): fc.Arbitrary<Act> =>
  pace.map((chosen) => new Command(chosen));

/** Generates an act without parameters. */
export const plain = (Command: new () => Act): fc.Arbitrary<Act> =>
  fc.constant(null).map(() => new Command());

/** Milliseconds between two acts: `QUICK` is a user's fastest, `MOMENT` follows a rest. */
const QUICK = 300;
const MOMENT = 1500;

/** Lets the phone come to rest, waits a moment, and lets it rest again. */
export async function rest(scene: Scene): Promise<void> {
  await scene.stage.settle();
  await scene.clock.advance(MOMENT);
  await scene.stage.settle();
}

export abstract class Act implements AsyncCommand<Model, Scene> {
  /** The description of the last run. */
  private line = '';

  /** True if the mini-program may make calls because of this act. */
  protected readonly causes: boolean = true;

  constructor(protected readonly pace: Pace = 'rest') {}

  abstract check(model: Readonly<Model>): boolean;

  /** Performs the act without waiting. Returns a description of it. */
  protected abstract act(model: Model, scene: Scene): Promise<string> | string;

  async run(model: Model, scene: Scene): Promise<void> {
    const { watch, clock, lines } = scene;
    if (this.causes) watch.stretch.acts += 1;
    try {
      this.line = await this.act(model, scene);
    } catch (error) {
      lines.push(`(${this.constructor.name} failed)`);
      throw error;
    }
    lines.push(this.pace === 'rest' ? this.line : `${this.line}; at once:`);
    if (this.pace === 'rest') {
      await rest(scene);
      model.look(scene);
      await judgeAtRest(model, scene);
      watch.newStretch();
    } else {
      for (let left = this.pace; left > 0; left -= 1) await turn();
      await clock.advance(QUICK);
      model.look(scene);
      await judgeAlways(model, scene);
    }
  }

  toString(): string {
    return this.line === '' ? this.constructor.name : this.line;
  }
}

/** An act that is followed by the next one at once. */
export abstract class ImmediateAct extends Act {
  constructor() {
    super(0);
  }
}

/** An act of a server or of another device. The phone learns of it with its next request, so it causes no call. */
export abstract class RemoteAct extends ImmediateAct {
  protected override readonly causes = false;

  check(_model: Readonly<Model>): boolean {
    return true;
  }
}
