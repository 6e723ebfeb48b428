/** What goes wrong on purpose, wrapped around the route table. */
import { API_PATH } from './backend/routes';
import type { ApiRequest, ApiResponse, Endpoint, Fault } from './types';
import type { ServerClock } from './wechat/types';

/** What a fault may need of the world around it. */
export interface FaultTools {
  clock: ServerClock;
  /** Does what was asked for. */
  serve(): Promise<ApiResponse>;
  expireSessions(): Promise<void>;
  /** Called before an answer that never comes. */
  onHang(): void;
}

/** Faults in force, in the order in which they were added. */
export interface Faults {
  /** Is there any? When not, `apply` would only cost time. */
  readonly any: boolean;
  /** Returns the function that takes it away again. */
  add(fault: Fault): () => void;
  /** Serves one request through every fault that hits it; the first one added is the outermost. */
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

/** The endpoint that a request is for; null for everything else, which no fault hits. */
function endpointOf({ method, path }: ApiRequest): Endpoint | null {
  if (method === 'OPTIONS' || !path.startsWith(API_PATH)) return null;
  const name = path.slice(API_PATH.length);
  return ENDPOINTS.find((endpoint) => endpoint === name) ?? null;
}

/** Serves through one fault. */
async function hit(fault: Fault, tools: FaultTools, serve: () => Promise<ApiResponse>): Promise<ApiResponse> {
  switch (fault.kind) {
    case 'cut-before':
      return { cut: true };
    case 'cut-after':
      await serve();
      return { cut: true };
    case 'hang':
      tools.onHang();
      // A sleep without end, not a promise that stays open: a virtual clock counts it as waiting and moves on to the client's timeout.
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

/** Makes the list of faults, with these in force from the start. */
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
