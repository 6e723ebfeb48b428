/** The animation of a component, of which a stage without a layout needs the end only: a later one replaces it. */
import type { PhoneClock } from './types';

/** The one animation of a component. */
export interface Animation {
  /** Ends the running one without its event, and starts another. @param ms its time; 0 = `finish` is called `later` */
  start(ms: number, finish: () => void): void;
  /** Ends the running one without its event. */
  stop(): void;
}

/**
 * Makes the animation of a component.
 * @param later runs a function after the code that sets data now: it cannot be taken back
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
