/** WeChat's `code2Session` over the network, as a backend of any kind calls it. */
import { CODE2SESSION_URL, type FetchText } from '../wechat/api';
import type { WechatForBackends } from '../wechat/types';
import { Refusal } from './replies';

/**
 * WeChat as it is reached by `fetch`. Its HTTP status is 200 for errors too, so only the body counts.
 * `code2Session` rejects with Refusal 502 when nothing, or nonsense, comes back.
 */
export function wechatOver(fetch: FetchText): WechatForBackends {
  return {
    async code2Session(query) {
      const parameters = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
      let text: string;
      try {
        const response = await fetch(`${CODE2SESSION_URL}?${parameters.join('&')}`);
        text = await response.text();
      } catch {
        throw new Refusal(502, 'WeChat cannot be reached; try again');
      }
      let body: unknown;
      try {
        body = JSON.parse(text);
      } catch {
        body = null;
      }
      if (typeof body !== 'object' || body === null) {
        throw new Refusal(502, 'WeChat answered nonsense; try again');
      }
      return body;
    },
  };
}
