/** MSW handlers for WeChat's own servers: the API for backends, and the avatars. */
import { HttpResponse, http, type RequestHandler } from 'msw';
import { ANONYMOUS_AVATAR } from './accounts';
import { answerWechatApi, isWechatApi } from './api';
import { anonymousPortrait, portrait } from './portraits';
import type { WechatForBackends } from './types';

const pictureOf = (file: { bytes: Uint8Array; type: string } | null): Response =>
  file
    ? new HttpResponse(Uint8Array.from(file.bytes), { headers: { 'content-type': file.type } })
    : HttpResponse.error();

/**
 * Handlers for requests of a backend to `api.weixin.qq.com`. Other URLs of WeChat are not intercepted.
 * @param wechat called for each request, because the world may have changed
 */
export function createWechatHandlers(wechat: () => WechatForBackends): RequestHandler[] {
  return [
    http.all(
      // MSW also intercepts a browser's preflight requests. Only backends call WeChat's API, so those are ignored.
      ({ request }) => request.method !== 'OPTIONS' && isWechatApi(new URL(request.url)),
      async ({ request }) => {
        const { method, url } = request;
        const body = method === 'GET' ? '' : await request.text();
        return HttpResponse.json(await answerWechatApi(method, new URL(url), body, wechat()));
      },
    ),
    http.get(ANONYMOUS_AVATAR, () => pictureOf(anonymousPortrait())),
  ];
}

/**
 * The handler for the avatars of the test accounts (`wechat-lin.png` …).
 * @param origin their origin, without a trailing slash: the same as for `testAccounts`
 */
export const portraitHandler = (origin: string): RequestHandler =>
  http.get(`${origin}/avatars/:name`, ({ params }) => pictureOf(portrait(String(params.name))));
