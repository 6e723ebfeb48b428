import type { ServerClock } from './wechat/types';

/** The system's clock: the default if no other clock is given. */
export const systemClock: ServerClock = {
  now: () => Date.now(),
  sleep: (ms) =>
    new Promise((resolve) => {
      // setTimeout with Infinity would fire at once.
      if (ms !== Number.POSITIVE_INFINITY) setTimeout(resolve, ms);
    }),
};
