/** A client of WeChat's server API over the network, as a real backend has. */
import {
  CODE2SESSION_URL,
  type FetchText,
  PHONE_NUMBER_URL,
  STABLE_TOKEN_URL,
  TOKEN_URL,
} from '../wechat/api';
import type { WechatForBackends } from '../wechat/types';
import { Refusal } from './replies';

const queryOf = (fields: object) =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&');

/**
 * Creates the client. WeChat's HTTP status is 200 for errors too, so only the body is read. Every method rejects with
 * Refusal 502 if the response is missing or invalid.
 */
export function createWechatClient(fetch: FetchText): WechatForBackends {
  /** @param body sent as JSON by POST; without it the request is a GET */
  async function ask<T extends object>(url: string, body?: object): Promise<T> {
    let text: string;
    try {
      const response = await (body === undefined
        ? fetch(url)
        : fetch(url, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          }));
      text = await response.text();
    } catch {
      throw new Refusal(502, 'WeChat cannot be reached; try again');
    }
    let answer: unknown;
    try {
      answer = JSON.parse(text);
    } catch {
      answer = null;
    }
    if (typeof answer !== 'object' || answer === null) {
      throw new Refusal(502, 'WeChat sent an invalid answer; try again');
    }
    return answer as T;
  }
  return {
    code2Session: (query) => ask(`${CODE2SESSION_URL}?${queryOf(query)}`),
    getAccessToken: (query) => ask(`${TOKEN_URL}?${queryOf(query)}`),
    getStableAccessToken: (body) => ask(STABLE_TOKEN_URL, body),
    getUserPhoneNumber: (accessToken, { code, openid }) =>
      ask(`${PHONE_NUMBER_URL}?${queryOf({ access_token: accessToken })}`, {
        code,
        ...(openid === '' ? {} : { openid }),
      }),
  };
}
