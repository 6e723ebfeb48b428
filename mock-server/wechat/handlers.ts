/** WeChat's own servers as MSW request handlers: its API for backends, and the pictures of people. */
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
 * The handlers. A backend that asks `api.weixin.qq.com` is answered; other addresses of WeChat are left alone.
 * @param wechat Asked at every request: it may be another one by then.
 */
export function createWechatHandlers(wechat: () => WechatForBackends): RequestHandler[] {
  return [
    http.all(
      // MSW gets a browser's preflight requests, too; WeChat's API is called by backends only.
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
 * The handler for the pictures of the invented people (`wechat-lin.png` …).
 * @param origin Their origin, without a trailing slash: the same as for `testAccounts`.
 */
export const portraitHandler = (origin: string): RequestHandler =>
  http.get(`${origin}/avatars/:name`, ({ params }) => pictureOf(portrait(String(params.name))));
