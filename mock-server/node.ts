/** The entry for tests in Node: MSW intercepts `fetch`, and no port is opened. */
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { createHandlers } from './handlers';
import { DEFAULT_SCENARIO } from './scenarios';
import type { World, WorldOptions } from './types';
import { createWorld } from './world';

/** A running mock that answers the requests of this process. */
export interface NodeMock {
  /** The current world. */
  readonly world: World;
  /**
   * Replaces the world by a new one.
   * @param scenario scenario id; default: the current scenario
   * @param options change the start options for this and later worlds
   */
  use(scenario?: string, options?: Omit<WorldOptions, 'scenario'>): Promise<World>;
  /** Stops intercepting. */
  close(): Promise<void>;
}

/**
 * Without this handler, MSW would send requests for pictures and scripts to the network, and print to a console that no
 * test reads.
 */
const stranger = http.all('*', ({ request }) => {
  console.error(
    `The mock has no handler for ${request.method} ${request.url}: it answers /api/… and /avatars/… at any origin, and WeChat's jscode2session, token, stable_token and getuserphonenumber. The request was not sent.`,
  );
  return HttpResponse.error();
});

/** Returns the scenario of the running mock; undefined if none is running. */
let running: (() => string) | undefined;

/**
 * Starts intercepting. An unknown request is an error: it never reaches the network.
 * @throws Error for an unknown scenario, and if another mock is running, because both would answer the same URLs
 */
export async function startNodeMock(options: WorldOptions = {}): Promise<NodeMock> {
  if (running !== undefined) {
    throw new Error(
      `A mock already runs in this process, in scenario "${running()}". Two mocks would answer the same addresses: close() the first one, or change its scenario with use("…").`,
    );
  }
  let current = options;
  // Set before the first await: if two mocks start at the same time, the second one fails.
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
