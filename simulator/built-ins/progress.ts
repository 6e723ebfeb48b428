/**
 * The times at which `<progress active>` fires `activeend`, on both stages. Sources: component/progress.html; for the
 * times, the component of base library 2.30.3 (https://github.com/FloatingGuy/WALib): it advances by 1 % at once, then
 * by 1 % every `duration` ms.
 */

import type { PhoneClock } from '../types';
import { createAnimation } from './animation-end';

/** The properties that determine the bar and its animation. `duration` is the time of 1 % in ms. */
interface ProgressValues {
  readonly percent: number;
  readonly active: boolean;
  /** The start of each animation: `backwards` = 0, `forwards` = the end of the last animation. */
  readonly activeMode: string;
  readonly duration: number;
}

export const PROGRESS_DEFAULTS: ProgressValues = {
  percent: 0,
  active: false,
  activeMode: 'backwards',
  duration: 30,
};

/** The functions that a stage provides for one progress bar. */
interface ProgressHost {
  readonly clock: Pick<PhoneClock, 'setTimeout' | 'clearTimeout'>;
  /** Fires `activeend`. */
  emit(event: string, detail: Readonly<Record<string, unknown>>): void;
  /** Runs `run` after the code that is setting data. */
  later(run: () => void): void;
  /** Draws an animation from one percentage to another in `ms`. */
  draw?(from: number, to: number, ms: number): void;
}

interface Progress {
  /** Call it when the mini-program has set properties. */
  set(values: Partial<ProgressValues>): void;
  attached(): void;
  detached(): void;
}

/** Creates a progress bar at 0. */
export function createProgress(host: ProgressHost): Progress {
  let values = PROGRESS_DEFAULTS;
  let isAttached = false;
  const animation = createAnimation(host.clock, host.later);

  const percentOf = ({ percent }: ProgressValues) => Math.min(100, Math.max(0, percent));

  function show(last: number): void {
    if (!isAttached) return;
    animation.stop();
    const to = percentOf(values);
    if (!values.active) {
      host.draw?.(to, to, 0);
      return;
    }
    const from = values.activeMode === 'forwards' ? last : 0;
    // The first 1 % is added at once.
    const ms = Math.max(0, Math.ceil(to - from) - 1) * Math.max(0, values.duration);
    host.draw?.(from, to, ms);
    animation.start(ms, () => host.emit('activeend', { curPercent: to }));
  }

  return {
    set(given) {
      const before = values;
      values = { ...before, ...given };
      if (values.percent !== before.percent) show(percentOf(before));
      else if (values.active !== before.active) show(0);
    },
    attached() {
      isAttached = true;
      show(0);
    },
    detached() {
      isAttached = false;
      animation.stop();
    },
  };
}
