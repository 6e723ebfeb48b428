/**
 * The animation of a component on a stage without layout: only its end matters. A new animation replaces the running
 * one.
 */
import type { PhoneClock } from '../types';

interface Animation {
  /**
   * Cancels the running animation without its event and starts a new one.
   * @param ms duration; with 0, `later` calls `finish`
   */
  start(ms: number, finish: () => void): void;
  /** Cancels the running animation without its event. */
  stop(): void;
}

/**
 * Creates the animation of a component.
 * @param later runs a function after the code that is setting data; the call cannot be cancelled
 */
export function createAnimation(
  clock: Pick<PhoneClock, 'setTimeout' | 'clearTimeout'>,
  later: (run: () => void) => void,
): Animation {
  let running: { timer?: unknown } | undefined;
  function stop(): void {
    clock.clearTimeout(running?.timer);
    running = undefined;
  }
  return {
    stop,
    start(ms, finish) {
      stop();
      const mine: typeof running = {};
      running = mine;
      const end = () => {
        if (running !== mine) return;
        running = undefined;
        finish();
      };
      if (ms > 0) mine.timer = clock.setTimeout(end, ms);
      else later(end);
    },
  };
}
