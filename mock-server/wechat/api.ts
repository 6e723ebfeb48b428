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
