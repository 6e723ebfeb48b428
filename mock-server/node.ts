/** The door for tests in Node: MSW intercepts `fetch`, nothing listens on a port. */
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { createHandlers } from './handlers';
import { DEFAULT_SCENARIO } from './scenarios';
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
    `The mock has no handler for ${request.method} ${request.url}: it answers /api/… and /avatars/… at any origin, and WeChat's jscode2session, token, stable_token and getuserphonenumber. The request was not sent.`,
  );
  return HttpResponse.error();
});

/** The scenario of the mock that runs, if one does. */
let running: (() => string) | undefined;

/**
 * Starts intercepting. An unknown request is an error: it never reaches the network.
 * @throws Error for an unknown scenario, and while another mock runs: both would have the same URL.
 */
export async function startNodeMock(options: WorldOptions = {}): Promise<NodeMock> {
  if (running !== undefined) {
    throw new Error(
      `A mock already runs in this process, in scenario "${running()}". Two mocks would answer the same addresses: close() the first one, or change its scenario with use("…").`,
    );
  }
  let current = options;
  // Taken before the first await: of two that start at the same time, the second one fails.
  const mine = () => current.scenario ?? DEFAULT_SCENARIO;
  running = mine;
  let world: World;
  const server = setupServer(...createHandlers(() => world), stranger);
  try {
    world = await createWorld(current);
    server.listen({ onUnhandledRequest: 'error' });
  } catch (error) {
    running = undefined;
    throw error;
  }
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
      if (running === mine) running = undefined;
    },
  };
}
