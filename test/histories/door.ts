/** The shortest way from the phone to the backend: the route table, called directly, with the answers read on the way. */
import type { ApiRequest, World } from '../../mock-server/types';
import { turn } from '../../simulator/turns';

/** Hears of every request. */
export interface DoorWatch {
  /** A request leaves the phone. @throws Error when it is one too many. */
  sent(endpoint: string): void;
  /** An answer leaves the server; `text` is its body, if it is one to read. */
  answered(endpoint: string, headers: Iterable<[string, string]>, text: string): void;
  /** The server acts on a request. */
  acts(endpoint: string): void;
  /** It reaches a phone that still waits for it; the last two are `changes` and `numberChanges` when the server acted. */
  heard(endpoint: string, status: number, text: string, changesThen: number, numberThen: number): void;
  /** Number of times that the phone number may have changed. */
  readonly numberChanges: number;
  /** Number of changes of the profile that were made elsewhere. */
  readonly changes: number;
}

export interface Door {
  readonly fetch: typeof globalThis.fetch;
  /** Resolves when the server has acted on everything that was sent, as far as it ever will. */
  idle(): Promise<void>;
}

/** Macrotasks after which a request that is still being served counts as one that the server sleeps on. */
const PATIENCE = 50;

async function toApiRequest(request: Request): Promise<ApiRequest> {
  const { pathname, searchParams } = new URL(request.url);
  const { method } = request;
  const body = method === 'GET' ? null : new Uint8Array(await request.arrayBuffer());
  return { method, path: pathname, query: searchParams, headers: Object.fromEntries(request.headers), body };
}

/**
 * A door to this world. The server acts on requests in the order in which they were sent: that a save arrives after a
 * login that was begun later happens in the world too, but no client can do anything about it.
 * @param delay milliseconds of the world's clock that pass between the server's act and its answer
 */
export function createDoor(world: World, watch: DoorWatch, delay: (endpoint: string) => Promise<void>): Door {
  let queue = Promise.resolve();

  const serve = (request: Request, endpoint: string) => {
    const served = queue.then(async () => {
      const parsed = await toApiRequest(request);
      watch.acts(endpoint);
      const answer = await world.handle(parsed);
      return { answer, changes: watch.changes, numberChanges: watch.numberChanges };
    });
    const over = served.then(
      () => true,
      () => true,
    );
    queue = queue.then(async () => {
      for (let left = PATIENCE; left > 0; left -= 1) {
        if (await Promise.race([over, turn().then(() => false)])) return;
      }
    });
    return served;
  };

  return {
    async fetch(input, init) {
      const request = new Request(input, init);
      const endpoint = new URL(request.url).pathname.split('/').pop() ?? '';
      watch.sent(endpoint);
      const { answer, changes, numberChanges } = await serve(request, endpoint);
      await delay(endpoint);
      if ('cut' in answer) throw new TypeError('fetch failed');
      const { status, headers, body } = answer;
      const text = typeof body === 'string' ? body : '';
      watch.answered(endpoint, Object.entries(headers), text);
      // A phone that has given the request up, or whose process has ended, does not hear the answer.
      if (!init?.signal?.aborted) watch.heard(endpoint, status, text, changes, numberChanges);
      if (body.length === 0) return new Response(null, { status, headers });
      return new Response(typeof body === 'string' ? body : Uint8Array.from(body), { status, headers });
    },
    idle: () => queue,
  };
}
