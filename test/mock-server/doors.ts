/** The same mock through every door that Node can open, and with every store. */
import { startHttpMock } from '../../mock-server/http';
import { startNodeMock } from '../../mock-server/node';
import { createWorld } from '../../mock-server/world';
import { hasRedis } from '../support/redis';
import type { Door, OpenDoor } from './door';
import { createFakeClock } from './fake-clock';
import { redisDoor } from './redis-door';

/** Calls the route table directly, without a door. */
const direct: Door = {
  name: 'world.handle',
  async open(scenario = 'guest') {
    const clock = createFakeClock();
    const world = await createWorld({ scenario, clock, fetch: 'in-process' });
    return {
      world,
      clock,
      async ask(path, init) {
        const request = new Request(`http://mock.test${path}`, init);
        const { pathname, searchParams } = new URL(request.url);
        const answer = await world.handle({
          method: request.method,
          path: pathname,
          query: searchParams,
          headers: Object.fromEntries(request.headers),
          body: request.body ? new Uint8Array(await request.arrayBuffer()) : null,
        });
        if ('cut' in answer) throw new TypeError('fetch failed');
        const { status, headers, body } = answer;
        return new Response(status === 204 ? null : typeof body === 'string' ? body : Uint8Array.from(body), {
          status,
          headers,
        });
      },
      close: async () => {},
    };
  },
};

const node: Door = {
  name: 'msw/node',
  async open(scenario = 'guest') {
    const clock = createFakeClock();
    const mock = await startNodeMock({ scenario, clock });
    return {
      world: mock.world,
      clock,
      ask: (path, init) => fetch(`https://backend.example.com${path}`, init),
      close: () => mock.close(),
    };
  },
};

const http: Door = {
  name: 'node:http',
  async open(scenario = 'guest') {
    const clock = createFakeClock();
    const mock = await startHttpMock({ port: 0, scenario, clock, closeGrace: 0 });
    return {
      world: await mock.worlds.get(scenario),
      clock,
      ask: (path, init) => fetch(mock.origin + path, init),
      close: () => mock.close(),
    };
  },
};

/** Without Redis, redis-store.test.ts reports the skipped tests. */
export const doors: readonly Door[] = [direct, node, http, ...(hasRedis ? [redisDoor] : [])];

/** The table for `describe.each(everyDoor)`. */
export const everyDoor = doors.map((door) => [door.name, door] as const);

/** Logs the account in through the door. Returns the session. */
export async function logIn(door: OpenDoor, account = 'lin'): Promise<string> {
  const code = await door.world.wechat.issueCode(account);
  const answer = await door.ask(`/api/index/onlogin?code=${code}`);
  const { rd3_session: session } = (await answer.json()) as { rd3_session?: string };
  if (!session) throw new Error(`no session, status ${answer.status}`);
  return session;
}

/** Posts fields to setuserinfo, form-urlencoded. */
export function save(door: OpenDoor, fields: Record<string, string>): Promise<Response> {
  return door.ask('/api/index/setuserinfo', { method: 'POST', body: new URLSearchParams(fields) });
}

/** The smallest content that counts as a picture. */
export const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
