/** The door for tests in Node: MSW intercepts `fetch`, nothing listens on a port. */
import { HttpResponse, http } from 'msw';
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

/** MSW itself would let pictures and scripts through, and complain to a console that no test watches. */
const stranger = http.all('*', ({ request }) => {
  console.error(
    `The mock does not know ${request.method} ${request.url}: it answers /api/… and /avatars/… at any origin, and WeChat's jscode2session. Nothing was sent.`,
  );
  return HttpResponse.error();
});

/**
 * Starts intercepting. A request that the mock does not know is an error, not a silent trip to the network.
 * Only one may run in a process at a time.
 * @throws Error for an unknown scenario.
 */
export async function startNodeMock(options: WorldOptions = {}): Promise<NodeMock> {
  let current = options;
  let world = await createWorld(current);
  const server = setupServer(...createHandlers(() => world), stranger);
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
