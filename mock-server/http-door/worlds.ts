/** The worlds of the HTTP door: one for each scenario that a request has named. */
import { isScenario, unknownScenario } from '../scenarios';
import type { Stores } from '../store/stores';
import type { World } from '../types';

/** The worlds that are running. */
export interface Worlds {
  /** Scenario of the requests that name none. */
  readonly current: string;
  /** The world of a scenario, started when it is first asked for. Rejects for an unknown id, listing the known. */
  get(scenario: string): World | Promise<World>;
  /** Changes `current`. Throws for an unknown id, listing the known. */
  use(scenario: string): void;
  /** Those that are running, in order of their start. */
  all(): readonly World[];
  /** Ends all sessions of all scenarios, those of other processes on the same store included. */
  expireSessions(): Promise<void>;
  /** Forgets everything: each scenario starts anew. `current` stays. */
  reset(): Promise<void>;
  /** Closes the stores. */
  close(): Promise<void>;
}

/**
 * @param initial The scenario of requests that name none.
 * @param start Starts the world of a scenario, on one of `stores`.
 * @throws Error for an unknown id, listing the known.
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
      // A reset in the meantime has removed it from the list: only the requests that already wait for it use it.
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
      // What another process serves does not start anew over there, so it is done here: a scenario's people must
      // not stay forgotten.
      await Promise.all([...new Set([current, ...shared.filter(isScenario)])].map(begin));
    },
    async close() {
      running.clear();
      await stores.close();
    },
  };
}
