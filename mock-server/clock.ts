import type { ServerClock } from './wechat/types';

/** The clock of the machine: what doors use when no other clock is injected. */
export const systemClock: ServerClock = {
  now: () => Date.now(),
  sleep: (ms) =>
    new Promise((resolve) => {
      // A timer of infinite length would fire at once.
      if (ms !== Number.POSITIVE_INFINITY) setTimeout(resolve, ms);
    }),
};
