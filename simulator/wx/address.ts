/** Which addresses a mini-program may reach (miniprogram/dev/framework/ability/network.html, 服务器域名配置). */
import type { Core } from '../core';
import { ERRNO } from '../errno';
import { ApiFailure, parameterError } from '../failure';

/** WeChat's own API: no mini-program may call it, whatever is configured. */
const WECHAT_API = 'api.weixin.qq.com';

const notListed = () => new ApiFailure('url not in domain list', ERRNO.notInDomainList);

/**
 * Checks an address: well-formed, http or https, and, when the phone has a list of allowed origins, one of them.
 * @throws ApiFailure with errno 600009 (invalid URL) or 600002 (not on the list).
 */
export function checkUrl(core: Core, url: unknown): URL {
  if (typeof url !== 'string') throw parameterError('url', 'String', url);
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) {
    throw new ApiFailure(`invalid url "${url}"`, ERRNO.invalidUrl);
  }
  if (parsed.hostname === WECHAT_API) throw notListed();
  const allowed = core.options.allowedOrigins ?? null;
  if (allowed === null || (isLan(parsed.hostname) && core.since('2.4.0'))) return parsed;
  if (isIp(parsed.hostname) || parsed.hostname === 'localhost') throw notListed();
  // A port that was not configured does not pass, be it the default one.
  if (parsed.protocol !== 'https:' || hasDefaultPort(url)) throw notListed();
  if (!allowed.includes(parsed.origin)) throw notListed();
  return parsed;
}

const isIp = (host: string) => /^(\d+\.){3}\d+$/.test(host) || host.startsWith('[');

/** Addresses in the local network count as allowed; the phone's own (127.0.0.1) do not. */
const isLan = (host: string) =>
  /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.)(\d+\.){0,2}\d+$/.test(host);

const hasDefaultPort = (url: string) => /^https:\/\/[^/?#]*:443(?:[/?#]|$)/i.test(url);
