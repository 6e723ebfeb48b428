/** Detects that a mini-program is idle although it still waits for an answer. */
import { systemClock } from './clock';
import type { Phone } from './types';

/** So many timers in a row without an event on the phone. Each is new, so a busy computer counts as one of them only. */
const TIMERS = 12;
/** Of each, ms of real time. */
const EACH = 25;

/**
 * Resolves when `work` is done, or earlier: when nothing has happened on the phone for a moment. For scenes that stop on
 * their way, whose requests are never answered.
 * @throws what `work` throws before that
 */
export async function untilIdle(phone: Pick<Phone, 'onEvent'>, work: Promise<unknown>): Promise<void> {
  let left = TIMERS;
  let ended = false;
  const stop = phone.onEvent(() => {
    left = TIMERS;
  });
  const idle = new Promise<void>((resolve) => {
    const next = () => {
      left -= 1;
      if (ended || left < 0) resolve();
      else systemClock.setTimeout(next, EACH);
    };
    next();
  });
  // What is left undone may fail when the phone closes.
  work.catch(() => {});
  try {
    await Promise.race([work, idle]);
  } finally {
    ended = true;
    stop();
  }
}
