import type { ServerClock } from '../../mock-server/wechat/types';

/** A clock that only the test moves. */
export interface FakeClock extends ServerClock {
  /** Advances the time by `ms` milliseconds and resolves the sleeps that have ended. */
  advance(ms: number): void;
  /** Number of pending sleeps. */
  readonly sleeping: number;
}

export function createFakeClock(start = Date.UTC(2026, 10, 21)): FakeClock {
  let now = start;
  let sleepers: { until: number; wake: () => void }[] = [];
  return {
    now: () => now,
    sleep: (ms) =>
      new Promise((resolve) => {
        sleepers.push({ until: now + ms, wake: resolve });
      }),
    advance(ms) {
      now += ms;
      const due = sleepers.filter(({ until }) => until <= now);
      sleepers = sleepers.filter(({ until }) => until > now);
      for (const { wake } of due) wake();
    },
    get sleeping() {
      return sleepers.length;
    },
  };
}
