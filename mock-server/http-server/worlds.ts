/** The worlds of the HTTP server: one for each scenario that a request has used. */
import { isScenario, unknownScenario } from '../scenarios';
import type { Stores } from '../store/stores';
import type { World } from '../types';

/** The worlds that are running. */
export interface Worlds {
  /** Scenario of requests without `x-mock-scenario`. */
  readonly current: string;
  /** The world of a scenario, started at its first use. Rejects for an unknown id, with the list of known ids. */
  get(scenario: string): World | Promise<World>;
  /** Changes `current`. Throws for an unknown id, with the list of known ids. */
  use(scenario: string): void;
  /** The running worlds, in the order of their start. */
  all(): readonly World[];
  /** Ends all sessions of all scenarios, also those of other processes on the same store. */
  expireSessions(): Promise<void>;
  /** Deletes all data: each scenario starts again. `current` stays the same. */
  reset(): Promise<void>;
  /** Closes the stores. */
  close(): Promise<void>;
}

/**
 * @param initial scenario of requests without `x-mock-scenario`
 * @param start starts the world of a scenario on one of `stores`
 * @throws Error for an unknown id, with the list of known ids
 */
export function createWorlds(
  initial: string,
  start: (scenario: string) => Promise<World>,
  stores: Stores,
): Worlds {
  const known = (scenario: string): string => {
    if (!isScenario(scenario)) throw new Error(unknownScenario(scenario));
    return scenario;
  };
  let current = known(initial);
  const running = new Map<string, World>();
  const starting = new Map<string, Promise<World>>();

  async function begin(scenario: string): Promise<World> {
    const promise = start(known(scenario));
    starting.set(scenario, promise);
    try {
      const world = await promise;
      // After a reset during the start, the list no longer contains this start: only the requests that already wait use
      // this world.
      if (starting.get(scenario) === promise) running.set(scenario, world);
      return world;
    } finally {
      if (starting.get(scenario) === promise) starting.delete(scenario);
    }
  }

  return {
    get current() {
      return current;
    },
    get: (scenario) => running.get(scenario) ?? starting.get(scenario) ?? begin(scenario),
    use(scenario) {
      current = known(scenario);
    },
    all: () => [...running.values()],
    expireSessions: () => stores.clearSessions(),
    async reset() {
      const shared = await stores.clear();
      running.clear();
      starting.clear();
      // Another process may be using a scenario on the same store, and does not start it again. So start it here, to
      // restore the scenario's users.
      await Promise.all([...new Set([current, ...shared.filter(isScenario)])].map(begin));
    },
    async close() {
      running.clear();
      await stores.close();
    },
  };
}
