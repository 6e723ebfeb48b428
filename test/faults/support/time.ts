/** The mini-program's own timers and dates on the virtual clock: a minute of its life takes no time. */
import type { VirtualClock } from '../../../simulator';

export interface ProgramTime {
  /** How many timers the mini-program has set and not seen fire. */
  readonly timers: number;
  /** The process ends, and its timers with it. */
  drop(): void;
  /** Gives the real time back. */
  restore(): void;
}

/** Puts `setTimeout`, `clearTimeout` and `Date.now` of this Jest file on the clock. */
export function onClock(clock: VirtualClock): ProgramTime {
  const real = { setTimeout, clearTimeout, now: Date.now };
  const open = new Set<unknown>();
  const set = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => {
    const timer = clock.setTimeout(() => {
      open.delete(timer);
      run(...args);
    }, ms);
    open.add(timer);
    return timer;
  };
  const clear = (timer: unknown) => {
    if (open.delete(timer)) clock.clearTimeout(timer);
  };
  Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
  Date.now = () => clock.now();
  return {
    get timers() {
      return open.size;
    },
    drop() {
      for (const timer of [...open]) clear(timer);
    },
    restore() {
      Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
      Date.now = real.now;
    },
  };
}
