/**
 * When a `<progress active>` fires `activeend`. Both stages use it. Source: component/progress.html, and for the times the
 * component of base library 2.30.3 (https://github.com/FloatingGuy/WALib): it goes on by 1 % at once and every `duration` ms.
 */
import { createAnimation } from './animation-end';
import type { PhoneClock } from './types';

/** The properties that decide what is shown and when. `duration` in ms per 1 %. */
export interface ProgressValues {
  readonly percent: number;
  readonly active: boolean;
  /** `backwards`: each animation begins at 0; `forwards`: where the last one ended. */
  readonly activeMode: string;
  readonly duration: number;
}

/** WeChat's defaults. */
export const PROGRESS_DEFAULTS: ProgressValues = {
  percent: 0,
  active: false,
  activeMode: 'backwards',
  duration: 30,
};

/** What a stage does for one progress bar. */
export interface ProgressHost {
  readonly clock: Pick<PhoneClock, 'setTimeout' | 'clearTimeout'>;
  /** Fires `activeend`. */
  emit(event: string, detail: Readonly<Record<string, unknown>>): void;
  /** Runs `run` after the code that sets data now. */
  later(run: () => void): void;
  /** Draws a bar that goes from one percentage to another, in `ms`. */
  draw?(from: number, to: number, ms: number): void;
}

/** One progress bar. */
export interface Progress {
  /** The mini-program sets these properties. */
  set(values: Partial<ProgressValues>): void;
  attached(): void;
  detached(): void;
}

/** Makes a progress bar at 0. */
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
    // The first step is taken at once.
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
