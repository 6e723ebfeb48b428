/** The URLs of `api.weixin.qq.com`, and the responses to a backend's requests. Independent of the transport. */
import { errorBody, WECHAT_ERRORS } from './errors';
import type { WechatErrorBody, WechatForBackends } from './types';

export const WECHAT_API = 'https://api.weixin.qq.com';

/** Exchanges a code of wx.login for the user's identity. */
export const CODE2SESSION_URL = `${WECHAT_API}/sns/jscode2session`;
/** Issues an access token that replaces the previous one. */
export const TOKEN_URL = `${WECHAT_API}/cgi-bin/token`;
/** Issues an access token that stays the same while it is valid. */
export const STABLE_TOKEN_URL = `${WECHAT_API}/cgi-bin/stable_token`;
/** Exchanges a code of the phone-number buttons for a phone number. */
export const PHONE_NUMBER_URL = `${WECHAT_API}/wxa/business/getuserphonenumber`;

/** The part of `fetch` that the backend needs. The global fetch has this type. */
export type FetchText = (
  url: string,
  init?: { method: 'POST'; headers: Record<string, string>; body: string },
) => Promise<{ readonly status: number; text(): Promise<string> }>;

type Answer = (query: URLSearchParams, fields: Fields, wechat: WechatForBackends) => Promise<object>;

interface Api {
  readonly method: 'GET' | 'POST';
  readonly answer: Answer;
}

/** The fields of a JSON body. A field of a wrong type counts as missing. */
interface Fields {
  text(name: string): string;
  flag(name: string): boolean;
}

const APIS: Readonly<Record<string, Api>> = {
  [CODE2SESSION_URL]: {
    method: 'GET',
    answer: (query, _fields, wechat) =>
      wechat.code2Session({
        appid: query.get('appid') ?? '',
        secret: query.get('secret') ?? '',
        js_code: query.get('js_code') ?? '',
        grant_type: query.get('grant_type') ?? '',
      }),
  },
  [TOKEN_URL]: {
    method: 'GET',
    answer: (query, _fields, wechat) =>
      wechat.getAccessToken({
        appid: query.get('appid') ?? '',
        secret: query.get('secret') ?? '',
        grant_type: query.get('grant_type') ?? '',
      }),
  },
  [STABLE_TOKEN_URL]: {
    method: 'POST',
    answer: (_query, fields, wechat) =>
      wechat.getStableAccessToken({
        appid: fields.text('appid'),
        secret: fields.text('secret'),
        grant_type: fields.text('grant_type'),
        force_refresh: fields.flag('force_refresh'),
      }),
  },
  [PHONE_NUMBER_URL]: {
    method: 'POST',
    answer: (query, fields, wechat) =>
      wechat.getUserPhoneNumber(query.get('access_token') ?? '', {
        code: fields.text('code'),
        openid: fields.text('openid'),
      }),
  },
};

/** Whether the simulated WeChat has this URL. */
export const isWechatApi = ({ origin, pathname }: URL): boolean => APIS[origin + pathname] !== undefined;

/**
 * Answers a request of a backend. The HTTP status is always 200; errors are in the body.
 * @param body text of a POST; empty for a GET
 */
export async function answerWechatApi(
  method: string,
  url: URL,
  body: string,
  wechat: WechatForBackends,
): Promise<object> {
  const fail = (error: { errcode: number; errmsg: string }): WechatErrorBody => errorBody(error, Date.now());
  const api = APIS[url.origin + url.pathname];
  if (api === undefined) throw new Error(`the simulated WeChat has no route ${url.origin}${url.pathname}`);
  if (method !== api.method) return fail(WECHAT_ERRORS[api.method === 'GET' ? 'requireGet' : 'requirePost']);
  if (api.method === 'GET') return api.answer(url.searchParams, fieldsOf({}), wechat);
  if (body === '') return fail(WECHAT_ERRORS.emptyBody);
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return fail(WECHAT_ERRORS.notJson);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail(WECHAT_ERRORS.notJson);
  return api.answer(url.searchParams, fieldsOf(value as Record<string, unknown>), wechat);
}

const fieldsOf = (value: Readonly<Record<string, unknown>>): Fields => ({
  text: (name) => (typeof value[name] === 'string' ? value[name] : ''),
  flag: (name) => value[name] === true,
});
