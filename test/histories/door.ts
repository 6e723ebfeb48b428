/** The shortest way from the phone to the backend: the route table, called directly, with the answers read on the way. */
import type { ApiRequest, World } from '../../mock-server/types';

/** Hears of every request. */
export interface DoorWatch {
  /** A request leaves the phone. @throws Error when it is one too many. */
  sent(endpoint: string): void;
  /** An answer comes back; `text` is its body, if it is one to read. */
  answered(endpoint: string, status: number, headers: Iterable<[string, string]>, text: string): void;
}

async function toApiRequest(request: Request): Promise<ApiRequest> {
  const { pathname, searchParams } = new URL(request.url);
  const { method } = request;
  const body = method === 'GET' ? null : new Uint8Array(await request.arrayBuffer());
  return { method, path: pathname, query: searchParams, headers: Object.fromEntries(request.headers), body };
}

/** A `fetch` that ends in this world. */
export function createDoor(world: World, watch: DoorWatch): typeof globalThis.fetch {
  return async (input, init) => {
    const request = await toApiRequest(new Request(input, init));
    const endpoint = request.path.split('/').pop() ?? '';
    watch.sent(endpoint);
    const answer = await world.handle(request);
    if ('cut' in answer) throw new TypeError('fetch failed');
    const { status, headers, body } = answer;
    watch.answered(endpoint, status, Object.entries(headers), typeof body === 'string' ? body : '');
    const bodiless = body.length === 0;
    return new Response(bodiless ? null : typeof body === 'string' ? body : Uint8Array.from(body), {
      status,
      headers,
    });
  };
}
