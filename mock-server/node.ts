/** The door for tests in Node: MSW intercepts `fetch`, nothing listens on a port. */
import { setupServer } from 'msw/node';
import { createHandlers } from './handlers';
import type { World, WorldOptions } from './types';
import { createWorld } from './world';

/** A mock that answers this process's requests. */
export interface NodeMock {
  /** The world in force. */
  readonly world: World;
  /**
   * Leaves the world for a fresh one.
   * @param scenario Scenario id; default: the same one again.
   * @param options Change the options of the start for this and later worlds.
   */
  use(scenario?: string, options?: Omit<WorldOptions, 'scenario'>): Promise<World>;
  /** Stops intercepting. */
  close(): Promise<void>;
}

/**
 * Starts intercepting. A request that the mock does not know is an error, not a silent trip to the network.
 * Only one may run in a process at a time.
 * @throws Error for an unknown scenario.
 */
export async function startNodeMock(options: WorldOptions = {}): Promise<NodeMock> {
  let current = options;
  let world = await createWorld(current);
  const server = setupServer(...createHandlers(() => world));
  server.listen({ onUnhandledRequest: 'error' });
  return {
    get world() {
      return world;
    },
    async use(scenario = world.scenario.id, changes = {}) {
      current = { ...current, ...changes, scenario };
      world = await createWorld(current);
      return world;
    },
    async close() {
      server.close();
    },
  };
}
