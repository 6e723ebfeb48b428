/** Runs many histories, and shrinks the first one that breaks a law. */
import fc from 'fast-check';
import { elsewhereActs } from './commands/elsewhere';
import { personActs } from './commands/person';
import { phoneActs } from './commands/phone';
import { serverActs } from './commands/servers';
import { Breach } from './laws';
import { Model } from './model';
import { recover } from './recovery';
import { createScene } from './scene';
import { anyStart, describeStart, type Start } from './start';

/** Options of a run. */
export interface CheckOptions {
  seed: number;
  runs: number;
  /** To replay: the path in the tree of histories and their shrunk forms. */
  path?: string;
  /** To replay: which commands of these histories took place. */
  replayPath?: string;
  /** Largest number of acts per history. Default 100. */
  acts?: number;
  /** Search for the shortest form of a failing history. Default true. */
  shrink?: boolean;
  /** Called after each history. */
  onHistory?: () => void;
}

/** Result of a run. */
export interface CheckResult {
  /** Number of histories, without those of shrinking. */
  readonly runs: number;
  readonly failure: Failure | null;
}

/** A shrunk history that broke a law. */
export interface Failure {
  readonly start: string;
  readonly lines: readonly string[];
  readonly message: string;
  readonly seed: number;
  readonly path: string;
  readonly replayPath: string;
  /** `CheckOptions.acts` of the run: the seed gives the same histories only with the same value. */
  readonly acts: number;
}

/** Longest time of a history, ms of processor time. A longer one means that the phone never comes to rest. */
const LIMIT = 10_000;

async function play(
  start: Start,
  acts: Iterable<fc.AsyncCommand<Model, never>>,
  failed: Failed,
): Promise<void> {
  const scene = await createScene(start);
  const stopListening = listen((what) => scene.watch.breach(what));
  const model = new Model();
  model.settles((await scene.serverProfile()) ?? null);
  try {
    await within(LIMIT, async () => {
      await fc.asyncModelRun(() => ({ model, real: scene as never }), acts);
      await recover(model, scene);
    });
  } catch (error) {
    failed({ start: describeStart(start), lines: [...scene.lines], message: messageOf(error) });
    throw error;
  } finally {
    stopListening();
    scene.close();
  }
}

/** Interval between two looks at the work, ms. */
const LOOK_EVERY = 500;
/** Number of looks without any processor time between them after which the work counts as hanging: 5 s. */
const HANGS_AFTER = 10;

/**
 * Rejects when the work takes longer, or when it hangs. On a virtual clock both mean that something never comes to rest.
 * @param ms processor time of this process, ms: other load on the machine does not count
 */
async function within(ms: number, work: () => Promise<void>): Promise<void> {
  const start = process.cpuUsage();
  let timer: ReturnType<typeof setInterval> | undefined;
  let before = 0;
  let idle = 0;
  const late = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      const { user, system } = process.cpuUsage(start);
      const spent = (user + system) / 1000;
      if (spent > ms) reject(new Breach(`the phone does not come to rest within ${ms} ms of processor time`));
      // The look itself takes less than this.
      idle = spent - before < 5 ? idle + 1 : 0;
      before = spent;
      if (idle >= HANGS_AFTER) reject(new Breach('the phone waits for something that never happens'));
    }, LOOK_EVERY);
  });
  await Promise.race([work(), late]).finally(() => clearInterval(timer));
}

type Failed = (what: Pick<Failure, 'start' | 'lines' | 'message'>) => void;

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === 'Breach' ? error.message : (error.stack ?? error.message);
}

/** Reports forbidden events: console.error, console.warn, unhandled rejection. */
function listen(report: (what: string) => void): () => void {
  const { error, warn } = console;
  const onRejection = (reason: unknown) => report(`unhandled rejection: ${messageOf(reason)}`);
  console.error = (...args: unknown[]) => report(`console.error: ${args.map(String).join(' ')}`);
  console.warn = (...args: unknown[]) => report(`console.warn: ${args.map(String).join(' ')}`);
  process.on('unhandledRejection', onRejection);
  return () => {
    Object.assign(console, { error, warn });
    process.off('unhandledRejection', onRejection);
  };
}

/** Runs histories until one fails. */
export async function checkHistories(options: CheckOptions): Promise<CheckResult> {
  const { seed, runs, path, replayPath, acts = 100, shrink = true, onHistory } = options;
  let last: Pick<Failure, 'start' | 'lines' | 'message'> | undefined;
  const commands = fc.commands([...personActs, ...phoneActs, ...serverActs, ...elsewhereActs], {
    maxCommands: acts,
    size: 'max',
    ...(replayPath === undefined ? {} : { replayPath }),
  });
  const property = fc.asyncProperty(anyStart, commands, async (start, history) => {
    await play(start, history as Iterable<fc.AsyncCommand<Model, never>>, (what) => {
      last = what;
    });
    onHistory?.();
  });
  const result = await fc.check(property, {
    seed,
    numRuns: runs,
    endOnFailure: !shrink,
    ...(path === undefined ? {} : { path }),
  });
  if (!result.failed) return { runs: result.numRuns, failure: null };
  const shrunk = String(result.counterexample?.[1] ?? '');
  return {
    runs: result.numRuns,
    failure: {
      start: last?.start ?? '?',
      lines: last?.lines ?? [],
      message: last?.message ?? String(result.errorInstance),
      seed: result.seed,
      path: result.counterexamplePath ?? '',
      acts,
      replayPath: /replayPath="([^"]*)"/.exec(shrunk)?.[1] ?? '',
    },
  };
}
