/** Connects the phone directly to the backend's route table, and observes the answers. */
import type { ApiRequest, World } from '../../mock-server/types';
import { turn } from '../../simulator/phone/turns';

/** Observes every request. */
export interface DoorWatch {
  /** A request leaves the phone. @throws Error when there are too many requests. */
  sent(endpoint: string): void;
  /** An answer leaves the server. `text`: its body if it is text, otherwise empty. */
  answered(endpoint: string, headers: Iterable<[string, string]>, text: string): void;
  /** The server handles a request. */
  acts(endpoint: string): void;
  /** The answer reaches the phone. The last two: `changes` and `numberChanges` at the time when the server acted. */
  received(endpoint: string, status: number, text: string, changesThen: number, numberThen: number): void;
  /** Number of possible changes of the phone number. */
  readonly numberChanges: number;
  /** Number of profile changes by other devices. */
  readonly changes: number;
}

interface Door {
  readonly fetch: typeof globalThis.fetch;
  /** Resolves when the server has handled all requests except those it never answers. */
  idle(): Promise<void>;
}

/** Macrotasks after which a request in progress counts as unanswered by the server. */
const PATIENCE = 50;

async function toApiRequest(request: Request): Promise<ApiRequest> {
  const { pathname, searchParams } = new URL(request.url);
  const { method } = request;
  const body = method === 'GET' ? null : new Uint8Array(await request.arrayBuffer());
  return { method, path: pathname, query: searchParams, headers: Object.fromEntries(request.headers), body };
}

/**
 * Creates a door to this world. The server handles requests in the order in which they were sent. In reality a save can
 * arrive after a later login, but no client can handle that.
 * @param delay time between the server's act and its answer, ms of the world's clock
 */
export function createDoor(world: World, watch: DoorWatch, delay: (endpoint: string) => Promise<void>): Door {
  let queue = Promise.resolve();

  const serve = (request: Request, endpoint: string) => {
    const served = queue.then(async () => {
      const parsed = await toApiRequest(request);
      watch.acts(endpoint);
      // Before the server reads the profile: a change while it answers can be missing in the answer.
      const { changes, numberChanges } = watch;
      const answer = await world.handle(parsed);
      if (endpoint !== 'bindphone') return { answer, changes, numberChanges };
      // A slow server binds the number now, after others have read it.
      watch.acts(endpoint);
      return { answer, changes, numberChanges: watch.numberChanges };
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
      // A phone that has aborted the request, or whose process has ended, does not receive the answer.
      if (!init?.signal?.aborted) watch.received(endpoint, status, text, changes, numberChanges);
      if (body.length === 0) return new Response(null, { status, headers });
      return new Response(typeof body === 'string' ? body : Uint8Array.from(body), { status, headers });
    },
    idle: () => queue,
  };
}
