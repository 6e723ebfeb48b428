/** Connects the mini-program's timers to Jest's timers, real or fake. */
import { sep } from 'node:path';
import {
  createProcessTimers,
  type ProcessTimers,
  type TimerGlobals,
  type TimerHost,
} from '../program/process-timers';

type Start = (run: (...args: never[]) => void, ms?: number, ...args: unknown[]) => unknown;

const NAMES = ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] as const;

const world = globalThis as unknown as Record<(typeof NAMES)[number], Start>;
const { performance } = globalThis;
const nativeNow = performance.now.bind(performance);

/** A timer function that may be one of Jest's fake timers. */
interface FakeStart extends Start {
  /** Modern fake timers have a clock that advances them. */
  readonly clock?: { tick(ms: number): void };
  /** Legacy fake timers are mock functions. */
  readonly _isMockFunction?: boolean;
}

const LEGACY = 'legacy';
const isModern = (start: FakeStart) => Object.hasOwn(start, 'clock');

const jestTimers: TimerHost = {
  setTimeout(run, ms) {
    const clear = original('clearTimeout');
    const handle = original().call(globalThis, run, ms);
    // Clear with the function of the same kind: fake timers that are installed later do not know a real timer, and vice
    // versa.
    return () => clear.call(globalThis, handle as never);
  },
  clearTimeout: (clear) => (clear as () => void)(),
  now: nativeNow,
  fake() {
    const start = original() as FakeStart;
    if (isModern(start)) return start.clock;
    return start._isMockFunction === true ? LEGACY : undefined;
  },
  advance(ms) {
    const start = original() as FakeStart;
    if (isModern(start)) start.clock?.tick(ms);
    else jest.advanceTimersByTime(ms);
  },
};

/** Watcher → the timer function that it replaced. */
const watched = new WeakMap<Start, Start>();
const original = (name: (typeof NAMES)[number] = 'setTimeout'): Start =>
  watched.get(world[name]) ?? world[name];

/** The timers of the most recently started process. */
let current: TimerGlobals | undefined;

/** The timers of the running process. The stage uses them for its own APIs, such as `canvas.requestAnimationFrame`. */
export function currentTimers(): TimerGlobals {
  return current ?? (globalThis as unknown as TimerGlobals);
}

/** Creates the timers of one process. */
export function createHeadlessTimers(around: {
  /** The mini-program's folder, absolute. */
  root: string;
  /** Runs a callback; its exception is stored. */
  run(work: () => void): void;
  /** Is a call waiting for its answer? */
  isWaiting(): boolean;
  report(message: string): void;
}): ProcessTimers {
  const timers = createProcessTimers({ ...around, host: jestTimers });
  current = timers.globals;
  const stop = watchGlobals(around.root, timers.globals);
  return {
    ...timers,
    end() {
      timers.end();
      stop();
      if (current === timers.globals) current = undefined;
    },
  };
}

/**
 * With coverage or `jest.mock`, Jest itself runs a module, so the module uses the sandbox's timers, as the test does.
 * Then the call stack shows whether the mini-program or the test has set a timer.
 */
function watchGlobals(root: string, globals: TimerGlobals): () => void {
  let stopped = false;
  const stops = NAMES.map((name) => {
    const before = world[name];
    const own = globals[name] as unknown as Start;
    const watcher: Start = (...args) =>
      !stopped && isCalledFrom(root) ? own(...args) : before.apply(globalThis, args);
    // Copy properties that other code has set on the function, e.g. the mark of fake timers.
    world[name] = Object.assign(watcher, before);
    watched.set(watcher, watched.get(before) ?? before);
    return () => {
      // If fake timers have replaced the watcher, they will restore it later. After `stopped` it only calls the
      // original function.
      if (world[name] === watcher) world[name] = before;
    };
  });
  return () => {
    stopped = true;
    for (const stop of stops) stop();
  };
}

/** Is the caller of the timer function in a file below this folder? */
function isCalledFrom(root: string): boolean {
  const { prepareStackTrace } = Error;
  Error.prepareStackTrace = (_error, sites) => sites;
  const sites = new Error().stack as unknown as NodeJS.CallSite[] | string | undefined;
  Error.prepareStackTrace = prepareStackTrace;
  const caller = Array.isArray(sites) ? sites[2]?.getFileName() : undefined;
  return caller?.startsWith(root + sep) === true;
}
