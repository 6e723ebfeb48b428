/** The phone's time: the system's time, or a virtual time that stands still until a test advances it. */

import type { PhoneClock } from '../types';
import { turn } from './turns';

/** A clock for tests. Fits `PhoneOptions.clock` and the mock server's `ServerClock`: pass the same clock to both. */
export interface VirtualClock extends PhoneClock {
  /**
   * Resolves after `ms` of this clock; `Infinity` never resolves. A handler uses it to delay an answer without real
   * waiting.
   */
  sleep(ms: number): Promise<void>;
  /** The number of `sleep` calls that have not resolved yet. */
  readonly sleeping: number;
  /** One object for each pending `sleep` call, in the order of the calls. */
  readonly sleepers: readonly object[];
  /** When the next timer is due, in milliseconds since 1970; undefined when there is none. */
  readonly next: number | undefined;
  /** Moves to the next timer and runs it. False when there is none. */
  advanceToNext(): boolean;
  /**
   * Advances by `ms`. Runs the timers that become due, in order, and after each timer also its microtasks and
   * callbacks.
   */
  advance(ms: number): Promise<void>;
  /** Called after a timer ran and when `sleeping` changed. Returns the unsubscribe function. */
  subscribe(listener: () => void): () => void;
}

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/**
 * A clock that moves only by `advance`.
 * @param start Milliseconds since 1970. Default: 2026-01-01 09:00 in Beijing.
 */
export function createVirtualClock(start = Date.UTC(2026, 0, 1, 1)): VirtualClock {
  let time = start;
  const asleep = new Set<object>();
  /** Timers that are due at the same time run in insertion order. */
  const timers = new Set<Timer>();
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of [...listeners]) listener();
  };
  const nextTimer = () => {
    let first: Timer | undefined;
    for (const timer of timers) if (first === undefined || timer.at < first.at) first = timer;
    return first;
  };
  const fire = (timer: Timer) => {
    timers.delete(timer);
    time = Math.max(time, timer.at);
    timer.run();
    changed();
  };
  const set = (run: () => void, ms: number): Timer => {
    const timer = { at: time + Math.max(0, Number.isNaN(ms) ? 0 : ms), run };
    if (timer.at < Number.POSITIVE_INFINITY) timers.add(timer);
    return timer;
  };

  return {
    now: () => time,
    setTimeout: set,
    clearTimeout(handle) {
      timers.delete(handle as Timer);
    },
    sleep(ms) {
      const sleeper = {};
      asleep.add(sleeper);
      const awake = new Promise<void>((wake) => {
        set(() => {
          asleep.delete(sleeper);
          wake();
        }, ms);
      });
      changed();
      return awake;
    },
    get sleeping() {
      return asleep.size;
    },
    get sleepers() {
      return [...asleep];
    },
    get next() {
      return nextTimer()?.at;
    },
    advanceToNext() {
      const timer = nextTimer();
      if (timer === undefined) return false;
      fire(timer);
      return true;
    },
    async advance(ms) {
      const until = time + ms;
      for (let timer = nextTimer(); timer !== undefined && timer.at <= until; timer = nextTimer()) {
        fire(timer);
        await turn();
        await turn();
      }
      time = Math.max(time, until);
      changed();
      await turn();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A real clock advances by itself; a virtual clock has `advanceToNext`. */
export function isVirtualClock(clock: PhoneClock): clock is VirtualClock {
  return 'advanceToNext' in clock;
}

const { setTimeout: nativeSetTimeout, clearTimeout: nativeClearTimeout } = globalThis;
const nativeNow = Date.now;

/**
 * The system's time and timers, captured when this file loads. Phones and servers accept it in place of the virtual
 * clock.
 */
export const systemClock: PhoneClock & Pick<VirtualClock, 'sleep'> = {
  now: () => nativeNow(),
  setTimeout: (run, ms) => nativeSetTimeout(run, Math.min(ms, 2 ** 31 - 1)),
  clearTimeout: (handle) => nativeClearTimeout(handle as ReturnType<typeof setTimeout>),
  sleep: (ms) =>
    new Promise((resolve) => {
      if (ms !== Number.POSITIVE_INFINITY) systemClock.setTimeout(resolve, ms);
    }),
};
