/** MSW handlers for the backend's routes and for WeChat's own servers. */
import { HttpResponse, http, type RequestHandler } from 'msw';
import type { ApiRequest, ApiResponse, World } from './types';
import { createWechatHandlers } from './wechat/handlers';

/** Converts a Fetch API request for the route table. */
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

/** Converts the route table's response to a Fetch API response. A cut connection becomes a network error. */
function toResponse(answer: ApiResponse): Response {
  if ('cut' in answer) return HttpResponse.error();
  const { status, headers, body } = answer;
  const bodiless = status === 204 || body.length === 0;
  const init = { status, headers };
  if (bodiless) return new HttpResponse(null, init);
  return new HttpResponse(typeof body === 'string' ? body : Uint8Array.from(body), init);
}

/** Whether the request is for the backend or its pictures, at any origin. */
const isOurs = ({ url }: Request): boolean => /\/(api|avatars)\//.test(new URL(url).pathname);

/**
 * The handlers for the backend at any origin, and for WeChat's own servers.
 * @param world called for each request, so that the same handlers work after a change of the world
 */
export function createHandlers(world: () => World): RequestHandler[] {
  return [
    // One handler for all routes: MSW parses a request again for every handler that it tries.
    http.all(
      ({ request }) => isOurs(request),
      async ({ request }) => toResponse(await world().handle(await toApiRequest(request))),
    ),
    ...createWechatHandlers(() => world().wechat),
  ];
}
