/** The phone's clock in a scene that stops on its way. */
import type { PhoneClock } from '../../simulator/types';

/** A clock whose timers wait. */
export interface HeldClock extends PhoneClock {
  /** Time goes on: timers that were set begin now, later ones at once. */
  go(): void;
}

interface Waiting {
  run: () => void;
  ms: number;
}

/** Holds the timers of `clock` until `go`: a toast stays, and no request runs into its time limit. */
export function createHeldClock(clock: PhoneClock): HeldClock {
  const waiting = new Set<Waiting>();
  /** Handle that was given out → handle of `clock`. */
  const begun = new WeakMap<Waiting, unknown>();
  let isHeld = true;
  const begin = (timer: Waiting) => begun.set(timer, clock.setTimeout(timer.run, timer.ms));
  return {
    now: clock.now,
    // A server is no part of the phone: a slow network stays as slow as it is.
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
