/** Detects that a mini-program is idle although it is still waiting for an answer. */

import type { Phone } from '../types';
import { systemClock } from './clock';

/**
 * The number of timers in a row that must pass without an event on the phone. They run one after the other, so a delay
 * of a busy computer counts as one timer only.
 */
const TIMERS = 12;
/** The time of each timer, in ms of real time. */
const EACH = 25;

/**
 * Resolves when `work` is done, or when no event has happened on the phone for a moment. For scenes with `stops`, whose
 * requests are never answered.
 * @throws the error of `work`, if it fails before that
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
  // Ignore later errors: unfinished work may fail when the phone closes.
  work.catch(() => {});
  try {
    await Promise.race([work, idle]);
  } finally {
    ended = true;
    stop();
  }
}
