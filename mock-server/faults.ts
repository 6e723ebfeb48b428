/** Simulates faults before or after the route table handles a request. */
import { API_PATH } from './backend/routes';
import type { ApiRequest, ApiResponse, Endpoint, Fault } from './types';
import type { ServerClock } from './wechat/types';

/** Functions that a fault can use. */
interface FaultTools {
  clock: ServerClock;
  /** Handles the request. */
  serve(): Promise<ApiResponse>;
  expireSessions(): Promise<void>;
  /** Called before a response that never comes. */
  onHang(): void;
}

/** The active faults, in the order in which they were added. */
interface Faults {
  /** Whether there is an active fault. If not, calling `apply` only costs time. */
  readonly any: boolean;
  /** Adds a fault. Returns a function that removes it. */
  add(fault: Fault): () => void;
  /** Handles a request with all faults that apply to it. The fault that was added first is the outermost one. */
  apply(request: ApiRequest, tools: FaultTools): Promise<ApiResponse>;
}

const ENDPOINTS: readonly Endpoint[] = [
  'onlogin',
  'check_3rdsession',
  'setuserinfo',
  'userinfo',
  'bindphone',
  'logout',
];

/** The endpoint of a request; null for other requests, which have no faults. */
function endpointOf({ method, path }: ApiRequest): Endpoint | null {
  if (method === 'OPTIONS' || !path.startsWith(API_PATH)) return null;
  const name = path.slice(API_PATH.length);
  return ENDPOINTS.find((endpoint) => endpoint === name) ?? null;
}

/** Handles a request with one fault. */
async function hit(fault: Fault, tools: FaultTools, serve: () => Promise<ApiResponse>): Promise<ApiResponse> {
  switch (fault.kind) {
    case 'cut-before':
      return { cut: true };
    case 'cut-after':
      await serve();
      return { cut: true };
    case 'hang':
      tools.onHang();
      // An infinite sleep instead of a promise that never settles: a virtual clock sees the wait, and moves on to the
      // client's timeout.
      await tools.clock.sleep(Number.POSITIVE_INFINITY);
      return new Promise(() => {});
    case 'delay':
      await tools.clock.sleep(fault.ms ?? 0);
      return serve();
    case 'respond':
      return {
        status: fault.status ?? 500,
        headers: { 'content-type': fault.contentType ?? 'text/plain; charset=utf-8' },
        body: fault.body ?? '',
      };
    case 'mangle': {
      const right = await serve();
      if ('cut' in right) return right;
      const headers = fault.contentType
        ? { ...right.headers, 'content-type': fault.contentType }
        : right.headers;
      return { status: fault.status ?? right.status, headers, body: fault.body ?? '' };
    }
    case 'expire':
      await tools.expireSessions();
      return serve();
  }
}

/** Creates a list with these faults. */
export function createFaults(initial: readonly Fault[] = []): Faults {
  const active: { fault: Fault; left: number }[] = [];
  const add = (fault: Fault) => {
    const entry = { fault, left: fault.times ?? Number.POSITIVE_INFINITY };
    active.push(entry);
    return () => {
      entry.left = 0;
      const at = active.indexOf(entry);
      if (at >= 0) active.splice(at, 1);
    };
  };
  for (const fault of initial) add(fault);
  return {
    get any() {
      return active.length > 0;
    },
    add,
    apply(request, tools) {
      const endpoint = endpointOf(request);
      if (endpoint === null) return tools.serve();
      const hitting = active.filter(
        ({ fault, left }) => left > 0 && (fault.on === '*' || fault.on === endpoint),
      );
      for (const entry of hitting) entry.left -= 1;
      return hitting.reduceRight<() => Promise<ApiResponse>>(
        (inner, { fault }) =>
          () =>
            hit(fault, tools, inner),
        tools.serve,
      )();
    },
  };
}
