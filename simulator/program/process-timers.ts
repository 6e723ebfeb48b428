/**
 * The timers of one process of a mini-program, on both stages. They end with the process, they carry no tap gesture,
 * and `settle` waits for the short ones.
 */

/** `settle` waits for timers of at most this many milliseconds, because they belong to the action that set them. */
const SHORT = 20;

/** A loop of timers that has run for this long (ms) since the action began is considered endless. */
const ENDLESS = 500;
/** While a call waits for its answer, a loop may run this many times longer. */
const PATIENCE = 10;
/**
 * Endless loops faster than this (ms) occupy the processor, so they are errors. Slower loops draw frames (charts,
 * games) and are reported once.
 */
const FRAME = 4;

type Run = (...args: unknown[]) => void;

/** The timer functions of scripts. */
export interface TimerGlobals {
  setTimeout(run: Run, ms?: number, ...args: unknown[]): number;
  clearTimeout(id?: number): void;
  setInterval(run: Run, ms?: number, ...args: unknown[]): number;
  clearInterval(id?: number): void;
}

/** The timers that run the mini-program's timers: the system's, or fake ones. */
export interface TimerHost {
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(handle: unknown): void;
  /** Real time, in milliseconds. */
  now(): number;
  /**
   * Identifies the fake timers that are installed; undefined: real timers. Fake timers move only when the test advances
   * them. A timer that was set under other fake timers never runs.
   */
  fake?(): unknown;
  /** Advances the installed fake timers. */
  advance?(ms: number): void;
}

interface Surroundings {
  host: TimerHost;
  /** Runs a callback without a tap gesture, and reports its exceptions. */
  run(work: () => void): void;
  /** Is a call to the phone waiting for its answer? The answer may end a loop. */
  isWaiting(): boolean;
  /** Reports a message to the developer, once per message. */
  report(message: string): void;
}

export interface ProcessTimers {
  readonly globals: TimerGlobals;
  /**
   * Resolves when one of the awaited timers has run or been cleared; undefined if there are none. Rejects when a loop
   * of short timers is endless.
   */
  due(): Promise<void> | undefined;
  /** Makes `due` also wait for timers that are due within the next `ms` milliseconds. */
  carry(ms: number): void;
  /** Starts a new action: loops are counted from 0. */
  begin(): void;
  /** Ends all timers. Timers that are set later never run. */
  end(): void;
}

interface Timer {
  readonly run: Run;
  readonly args: readonly unknown[];
  readonly ms: number;
  readonly repeats: boolean;
  /** The fake timers that were installed when the timer was set. */
  readonly fake: unknown;
  /** Its `stack` contains the place where the timer was set. The stack is formatted only when it is read. */
  readonly origin: { stack?: string };
  handle: unknown;
  /** The time when it is due, on the host's clock. */
  at: number;
}

/** `captureStackTrace` exists in V8 and JavaScriptCore. */
interface ErrorWithCapture {
  captureStackTrace?(target: object, below: unknown): void;
}

/** Creates the timers of one process. */
export function createProcessTimers({ host, run, isWaiting, report }: Surroundings): ProcessTimers {
  const timers = new Map<number, Timer>();
  const listeners = new Set<() => void>();
  /** Source of timers → how often it has run since the action began. */
  const counts = new Map<string, number>();
  /** Sources of endless loops: they are no longer awaited. */
  const endless = new Set<string>();
  let isStepping = false;
  let lastId = 0;
  let ended = false;
  /** The number of timers that have run or been cleared. */
  let moves = 0;
  /**
   * Set by `carry`. Real timers are awaited up to `horizon`; fake timers are advanced by `carried` more milliseconds.
   */
  let horizon = Number.NEGATIVE_INFINITY;
  let carried = 0;
  let broken: Error | undefined;

  const moved = () => {
    moves += 1;
    for (const listener of [...listeners]) listener();
  };
  const currentFake = () => host.fake?.();
  const isAwaited = (timer: Timer) => {
    if (timer.fake !== undefined && timer.fake !== currentFake()) return false;
    return (timer.ms <= SHORT && !endless.has(sourceOf(timer))) || timer.at <= horizon;
  };

  function start(id: number, timer: Timer): void {
    timer.at = host.now() + timer.ms;
    timer.handle = host.setTimeout(() => fire(id, timer), timer.ms);
  }

  function fire(id: number, timer: Timer): void {
    if (timers.get(id) !== timer) return;
    if (timer.repeats) start(id, timer);
    else timers.delete(id);
    count(timer);
    run(() => timer.run(...timer.args));
    moved();
  }

  /** Detects loops that keep `settle` waiting. Timers that a test awaits on purpose, with `carry`, do not count. */
  function count(timer: Timer): void {
    const isWaitedFor = listeners.size > 0 || isStepping;
    if (!isWaitedFor || timer.ms > SHORT || carried > 0 || timer.at <= horizon) return;
    const source = sourceOf(timer);
    const times = (counts.get(source) ?? 0) + 1;
    counts.set(source, times);
    const limit = isWaiting() ? ENDLESS * PATIENCE : ENDLESS;
    if (times * Math.max(timer.ms, FRAME - 1) < limit || endless.has(source)) return;
    endless.add(source);
    const name = timer.repeats ? 'setInterval' : 'setTimeout';
    const text = `${name}(…, ${timer.ms}) runs again and again and does not end: ${times} times since the last action.\n    set ${placeOf(timer)}`;
    if (timer.ms < FRAME) {
      broken ??= new Error(`${text}\nEnd the loop, or do not wait for it: { settle: false }.`);
      return;
    }
    report(`${text}\nFrom now on no action waits for it.`);
  }

  function set(
    below: unknown,
    repeats: boolean,
    work: unknown,
    ms: unknown,
    args: readonly unknown[],
  ): number {
    if (typeof work !== 'function') {
      const name = repeats ? 'setInterval' : 'setTimeout';
      throw new TypeError(`${name} expects a function as first argument but got ${typeof work}.`);
    }
    lastId += 1;
    if (ended) return lastId;
    const origin: Timer['origin'] = {};
    (Error as ErrorWithCapture).captureStackTrace?.(origin, below);
    const timer: Timer = {
      run: work as Run,
      args,
      ms: Math.min(Math.max(0, Number(ms) || 0), 2 ** 31 - 1),
      repeats,
      fake: currentFake(),
      origin,
      handle: undefined,
      at: 0,
    };
    timers.set(lastId, timer);
    start(lastId, timer);
    return lastId;
  }

  function clear(id?: unknown): void {
    const timer = timers.get(Number(id));
    if (timer === undefined) return;
    host.clearTimeout(timer.handle);
    timers.delete(Number(id));
    moved();
  }

  const setTimeout: TimerGlobals['setTimeout'] = (work, ms, ...args) =>
    set(setTimeout, false, work, ms, args);
  const setInterval: TimerGlobals['setInterval'] = (work, ms, ...args) =>
    set(setInterval, true, work, ms, args);

  /** Advances the fake timers until one of the process's timers has run. */
  function step(): void {
    const before = moves;
    const most = Math.max(SHORT, carried);
    for (let ms = 0; ms <= most; ms += 1) {
      isStepping = true;
      host.advance?.(ms === 0 ? 0 : 1);
      isStepping = false;
      if (ms > 0) carried = Math.max(0, carried - 1);
      if (moves !== before) return;
    }
    // These timers will never run: `jest.clearAllTimers()` has removed them.
    for (const [id, timer] of timers) if (timer.ms <= SHORT) timers.delete(id);
  }

  const nextMove = () =>
    new Promise<void>((resolve) => {
      const listener = () => {
        listeners.delete(listener);
        resolve();
      };
      listeners.add(listener);
    });

  return {
    globals: { setTimeout, setInterval, clearTimeout: clear, clearInterval: clear },
    due() {
      if (broken !== undefined) {
        const error = broken;
        broken = undefined;
        counts.clear();
        return Promise.reject(error);
      }
      const isFake = currentFake() !== undefined;
      const awaited = [...timers.values()].filter(isAwaited);
      if (isFake && (carried > 0 || awaited.some(({ fake }) => fake !== undefined))) {
        step();
        return Promise.resolve();
      }
      return awaited.length === 0 ? undefined : nextMove();
    },
    begin() {
      counts.clear();
      broken = undefined;
      horizon = Number.NEGATIVE_INFINITY;
      carried = 0;
    },
    carry(ms) {
      if (currentFake() === undefined) horizon = host.now() + ms;
      else carried = ms;
    },
    end() {
      ended = true;
      for (const id of [...timers.keys()]) clear(id);
    },
  };
}

/**
 * The key of a timer's source: timers that the same line of the mini-program sets again and again have the same key.
 */
function sourceOf({ ms, run }: Timer): string {
  return `${ms} ${Function.prototype.toString.call(run)}`;
}

/** The place where the timer was set, from its stack: `at Object.onLoad (pages/one/one.js:3:5)`. */
function placeOf({ origin }: Timer): string {
  const line = origin.stack?.split('\n').find((one) => /^\s+at /.test(one));
  return line?.trim() ?? 'at an unknown place';
}
