/** The backend's routes, and WeChat's API for backends, as MSW request handlers. */
import { HttpResponse, http, type RequestHandler } from 'msw';
import type { ApiRequest, ApiResponse, World } from './types';
import { ANONYMOUS_AVATAR } from './wechat/accounts';
import { answerWechatApi, isWechatApi } from './wechat/api';
import { anonymousPortrait } from './wechat/portraits';

/** A Fetch API request as the route table sees it. */
async function toApiRequest(request: Request): Promise<ApiRequest> {
  const url = new URL(request.url);
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  const body = hasBody ? new Uint8Array(await request.arrayBuffer()) : null;
  return {
    method: request.method,
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(request.headers),
    body: body && body.byteLength > 0 ? body : null,
  };
}

/** The route table's answer as a Fetch API response; a cut connection is a network error. */
function toResponse(answer: ApiResponse): Response {
  if ('cut' in answer) return HttpResponse.error();
  const { status, headers, body } = answer;
  const bodiless = status === 204 || body.length === 0;
  const init = { status, headers };
  if (bodiless) return new HttpResponse(null, init);
  return new HttpResponse(typeof body === 'string' ? body : Uint8Array.from(body), init);
}

/** A server, and what is asked of it. */
interface Server {
  answers(method: string, url: URL): boolean;
  answer(request: Request, world: World): Response | Promise<Response>;
}

const servers: readonly Server[] = [
  {
    answers: (_method, { pathname }) => /\/(api|avatars)\//.test(pathname),
    answer: async (request, world) => toResponse(await world.handle(await toApiRequest(request))),
  },
  {
    // MSW hears of browsers' questions before a request, too; WeChat's API is called by backends only.
    answers: (method, url) => method !== 'OPTIONS' && isWechatApi(url),
    async answer(request, { wechat }) {
      const { method, url } = request;
      const body = method === 'GET' ? '' : await request.text();
      const answer = await answerWechatApi(method, new URL(url), body, wechat);
      return new HttpResponse(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } });
    },
  },
  {
    answers: (method, { href }) => method === 'GET' && href === ANONYMOUS_AVATAR,
    answer() {
      const grey = anonymousPortrait();
      return grey
        ? new HttpResponse(Uint8Array.from(grey.bytes), { headers: { 'content-type': grey.type } })
        : HttpResponse.error();
    },
  },
];

/**
 * The handler for the backend at any origin, and for WeChat's own servers. It is one, because MSW takes a request apart
 * for every handler that it tries.
 * @param world Asked at every request, so that a door can go on to another world without new handlers.
 */
export function createHandlers(world: () => World): RequestHandler[] {
  const serverOf = ({ method, url }: Request) => {
    const address = new URL(url);
    return servers.find((server) => server.answers(method, address));
  };
  return [
    http.all(
      ({ request }) => serverOf(request) !== undefined,
      ({ request }) => serverOf(request)?.answer(request, world()),
    ),
  ];
}
