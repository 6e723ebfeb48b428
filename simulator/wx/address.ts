/**
 * Checks whether a mini-program may send a request to an address (miniprogram/dev/framework/ability/network.html,
 * 服务器域名配置).
 */
import type { Core } from '../phone/core';
import { ERRNO } from '../phone/errno';
import { ApiFailure, parameterError } from '../phone/failure';

/** WeChat's own API. Mini-programs must not call it, whatever the configuration. */
const WECHAT_API = 'api.weixin.qq.com';

const notListed = () => new ApiFailure('url not in domain list', ERRNO.notInDomainList);

/**
 * Checks an address: it must be valid, use http or https and, if the phone has a list of allowed origins, have one of
 * them.
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
  // An explicit port must be configured, even if it is the default port.
  if (parsed.protocol !== 'https:' || hasDefaultPort(url)) throw notListed();
  if (!allowed.includes(parsed.origin)) throw notListed();
  return parsed;
}

const isIp = (host: string) => /^(\d+\.){3}\d+$/.test(host) || host.startsWith('[');

/** Addresses in the local network are allowed; the phone's own (127.0.0.1) are not. */
const isLan = (host: string) =>
  /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.)(\d+\.){0,2}\d+$/.test(host);

const hasDefaultPort = (url: string) => /^https:\/\/[^/?#]*:443(?:[/?#]|$)/i.test(url);
