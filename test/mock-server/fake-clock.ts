import type { ServerClock } from '../../mock-server/wechat/types';

/** A clock that stands still until a test moves it. */
export interface FakeClock extends ServerClock {
  /** Moves the time by `ms`, and wakes those whose sleep has ended. */
  advance(ms: number): void;
  /** How many are asleep. */
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
