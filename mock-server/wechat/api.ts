/** `api.weixin.qq.com` as URLs: what a backend's request to WeChat is answered with, whoever carries it. */
import type { Code2SessionBody, WechatForBackends } from './types';

/** The address that backends call. */
export const CODE2SESSION_URL = 'https://api.weixin.qq.com/sns/jscode2session';

/** As much of `fetch` as the backend needs; the global one fits. */
export type FetchText = (url: string) => Promise<{ readonly status: number; text(): Promise<string> }>;

/** Answers `GET /sns/jscode2session?…`. */
export function answerCode2Session(
  query: URLSearchParams,
  wechat: WechatForBackends,
): Promise<Code2SessionBody> {
  return wechat.code2Session({
    appid: query.get('appid') ?? '',
    secret: query.get('secret') ?? '',
    js_code: query.get('js_code') ?? '',
    grant_type: query.get('grant_type') ?? '',
  });
}

/**
 * A `fetch` that reaches WeChat's stand-in within the process, for a door where MSW does not run.
 * It rejects for every other address, as a network without a route would.
 */
export function fetchInProcess(wechat: WechatForBackends): FetchText {
  return async (url) => {
    const [address, query = ''] = url.split('?');
    if (address !== CODE2SESSION_URL) throw new TypeError(`nothing answers at ${address} in this process`);
    const body = JSON.stringify(await answerCode2Session(new URLSearchParams(query), wechat));
    return { status: 200, text: async () => body };
  };
}
