/** Puts the mini-program's timers and dates on the virtual clock, so that waiting takes no real time. */
import type { VirtualClock } from '../../../simulator';

export interface ProgramTime {
  /** Number of pending timers of the mini-program. */
  readonly timers: number;
  /** Clears the timers at the end of a process. */
  drop(): void;
  /** Restores the real timers. */
  restore(): void;
}

/** Replaces `setTimeout`, `clearTimeout` and `Date.now` of this Jest file. */
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
