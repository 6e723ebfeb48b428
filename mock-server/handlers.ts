/** The backend's routes, and WeChat's code2Session, as MSW request handlers. */
import { HttpResponse, http, type RequestHandler } from 'msw';
import type { ApiRequest, ApiResponse, World } from './types';
import { ANONYMOUS_AVATAR } from './wechat/accounts';
import { answerCode2Session, CODE2SESSION_URL } from './wechat/api';
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

/**
 * Handlers for the backend at any origin, and for WeChat's own servers.
 * @param world Asked at every request, so that a door can go on to another world without new handlers.
 */
export function createHandlers(world: () => World): RequestHandler[] {
  const backend = async ({ request }: { request: Request }) =>
    toResponse(await world().handle(await toApiRequest(request)));
  // MSW tries one after the other: what is asked for most comes first.
  return [
    http.all('*/api/*', backend),
    http.all('*/avatars/*', backend),
    http.get(CODE2SESSION_URL, async ({ request }) => {
      const answer = await answerCode2Session(new URL(request.url).searchParams, world().wechat);
      return new HttpResponse(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } });
    }),
    http.get(ANONYMOUS_AVATAR, () => {
      const grey = anonymousPortrait();
      return grey
        ? new HttpResponse(Uint8Array.from(grey.bytes), { headers: { 'content-type': grey.type } })
        : HttpResponse.error();
    }),
  ];
}
