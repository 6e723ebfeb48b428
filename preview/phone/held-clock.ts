/** The phone's clock for a scene that stops before its last step. */
import type { PhoneClock } from '../../simulator/types';

/** A clock that can hold its timers. */
export interface HeldClock extends PhoneClock {
  /** Starts the held timers. Timers that are set later start at once. */
  go(): void;
}

interface Waiting {
  run: () => void;
  ms: number;
}

/** Holds the timers of `clock` until `go` is called: a toast stays visible, and no request reaches its time limit. */
export function createHeldClock(clock: PhoneClock): HeldClock {
  const waiting = new Set<Waiting>();
  /** Handle returned to the caller → handle of `clock`. */
  const begun = new WeakMap<Waiting, unknown>();
  let isHeld = true;
  const begin = (timer: Waiting) => begun.set(timer, clock.setTimeout(timer.run, timer.ms));
  return {
    now: clock.now,
    // The server is not a part of the phone, so network delays are not held.
    world: clock,
    setTimeout(run, ms) {
      const timer = { run, ms };
      if (isHeld) waiting.add(timer);
      else begin(timer);
      return timer;
    },
    clearTimeout(handle) {
      const timer = handle as Waiting | undefined;
      if (timer === undefined || waiting.delete(timer)) return;
      if (begun.has(timer)) clock.clearTimeout(begun.get(timer));
    },
    go() {
      isHeld = false;
      for (const timer of waiting) begin(timer);
      waiting.clear();
    },
  };
}
