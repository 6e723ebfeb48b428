/** What all commands of a history have in common: an act, time goes on, and the laws are applied. */
import fc, { type AsyncCommand } from 'fast-check';
import { turn } from '../../../simulator/turns';
import { judgeAlways, judgeAtRest } from '../laws';
import type { Model } from '../model';
import type { Scene } from '../scene';

/**
 * What comes after an act: `'rest'`: the phone comes to rest, and a moment passes. A number: the next act comes after
 * so many macrotasks, in the middle of whatever this one began.
 */
export type Pace = 'rest' | number;

/** Mostly a person waits to see what happens. */
export const pace: fc.Arbitrary<Pace> = fc.oneof(
  { weight: 3, arbitrary: fc.constant('rest' as const) },
  { weight: 1, arbitrary: fc.nat(40) },
);

/** fast-check picks among commands evenly: one that is to come more often is listed more often. */
export function often<T>(times: number, command: fc.Arbitrary<T>): fc.Arbitrary<T>[] {
  return Array.from({ length: times }, () => command);
}

/** Milliseconds between two acts: no user is faster, and after a rest users are slower. */
const QUICK = 300;
const MOMENT = 1500;

/** The phone comes to rest, and a moment later still rests. */
export async function rest(scene: Scene): Promise<void> {
  await scene.stage.settle();
  await scene.clock.advance(MOMENT);
  await scene.stage.settle();
}

/** One act. */
export abstract class Act implements AsyncCommand<Model, Scene> {
  /** The sentence of the last run. */
  private said = '';

  /** May the mini-program call something because of it? */
  protected readonly causes: boolean = true;

  constructor(protected readonly pace: Pace = 'rest') {}

  abstract check(model: Readonly<Model>): boolean;

  /** Does it, without waiting, and says in a sentence what was done. */
  protected abstract act(model: Model, scene: Scene): Promise<string> | string;

  async run(model: Model, scene: Scene): Promise<void> {
    const { watch, clock, lines } = scene;
    if (this.causes) watch.stretch.acts += 1;
    try {
      this.said = await this.act(model, scene);
    } catch (error) {
      lines.push(`(${this.constructor.name} failed)`);
      throw error;
    }
    lines.push(this.pace === 'rest' ? this.said : `${this.said}; at once:`);
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
    return this.said === '' ? this.constructor.name : this.said;
  }
}
