/** The timers of one run of a mini-program: they die with it. */
import type { PhoneClock } from '../../../simulator/types';

/** What scripts get as `setTimeout` and its kin. */
export interface ProcessTimers {
  setTimeout(run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]): number;
  clearTimeout(id?: number): void;
  setInterval(run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]): number;
  clearInterval(id?: number): void;
}

/**
 * Makes the timers of one process.
 * @param run wraps each callback: errors are told, not lost.
 */
export function processTimers(clock: PhoneClock, run: (where: string, work: () => void) => void) {
  const handles = new Map<number, unknown>();
  let last = 0;

  const clear = (id?: number): void => {
    if (id === undefined || !handles.has(id)) return;
    clock.clearTimeout(handles.get(id));
    handles.delete(id);
  };
  const timers: ProcessTimers = {
    setTimeout(work, ms = 0, ...args) {
      last += 1;
      const id = last;
      const fire = () => {
        handles.delete(id);
        run('a timer', () => work(...args));
      };
      handles.set(id, clock.setTimeout(fire, ms));
      return id;
    },
    setInterval(work, ms = 0, ...args) {
      last += 1;
      const id = last;
      const again = () => {
        handles.set(id, clock.setTimeout(again, ms));
        run('a timer', () => work(...args));
      };
      handles.set(id, clock.setTimeout(again, ms));
      return id;
    },
    clearTimeout: clear,
    clearInterval: clear,
  };
  return {
    timers,
    stop() {
      for (const id of [...handles.keys()]) clear(id);
    },
  };
}
