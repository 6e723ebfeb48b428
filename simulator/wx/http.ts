/** What `wx.request`, `wx.uploadFile` and `wx.downloadFile` have in common: headers, time limits, the line in the log. */
import type { Core } from '../core';
import { ApiFailure } from '../failure';

/** 60 s (typings 5.2.3, line 10903). */
const DEFAULT_TIMEOUT = 60_000;

/**
 * What the base library makes of a header, or of a field of an upload: a text stays, a number becomes one, of everything
 * else only the kind is sent (2.8.2, `convertObjectValueToString`).
 */
export function fieldText(core: Core, name: string, value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  const text: string = Object.prototype.toString.call(value);
  core.reportOnce(`${name} is neither a text nor a number: WeChat sends ${JSON.stringify(text)}.`);
  return text;
}

/** The mini-program's headers, with WeChat's referer, which cannot be set. */
export function requestHeaders(core: Core, header: unknown): Headers {
  const headers = new Headers();
  if (typeof header === 'object' && header !== null) {
    for (const [name, value] of Object.entries(header)) {
      if (/^(referer|user-agent)$/i.test(name)) continue;
      try {
        headers.set(name, fieldText(core, `header["${name}"]`, value));
      } catch {
        throw new ApiFailure(`invalid header "${name}"`);
      }
    }
  }
  // The form is fixed (framework/ability/network.html): `devtools`, 0 for what is not released, else its number.
  const released = core.options.envVersion === 'release' ? '1' : '0';
  const version = core.device.platform === 'devtools' ? 'devtools' : released;
  headers.set('referer', `https://servicewechat.com/${core.options.wechat.appid}/${version}/page-frame.html`);
  return headers;
}

/** The time limit of a transfer in milliseconds: the call's own counts from base library 2.10.0 on. */
export function timeoutOf(core: Core, own: unknown, kind: 'request' | 'uploadFile' | 'downloadFile'): number {
  if (typeof own === 'number' && own > 0 && core.since('2.10.0')) return own;
  return core.host?.config?.networkTimeout?.[kind] ?? DEFAULT_TIMEOUT;
}

/** Names in lower case; several values joined by a comma. */
export function headerObject(headers: Headers): Record<string, string> {
  return Object.fromEntries(headers.entries());
}

/** One `Set-Cookie` per entry (base library 2.10.0 and later). */
export function cookiesOf(headers: Headers): string[] {
  return typeof headers.getSetCookie === 'function' ? headers.getSetCookie() : [];
}

/** Writes the transfer into the log when it is over. `status` is null when there was no answer. */
export function logTransfer(core: Core, method: string, url: string): (status: number | null) => void {
  const started = core.clock.now();
  const { generation } = core;
  return (status) => {
    if (generation !== core.generation) return;
    const at = core.clock.now();
    core.log.add({
      kind: 'request',
      at,
      method,
      url: core.log.maskUrl(url),
      status,
      ms: Math.max(0, at - started),
    });
  };
}

/** The listeners of a task: `onHeadersReceived`, `onProgressUpdate` … */
export function taskListeners<T>(core: Core, where: string) {
  const listeners = new Set<(result: T) => void>();
  return {
    on: (listener: (result: T) => void) => {
      if (typeof listener === 'function') listeners.add(listener);
    },
    off: (listener?: (result: T) => void) => {
      if (listener === undefined) listeners.clear();
      else listeners.delete(listener);
    },
    fire(result: T) {
      for (const listener of [...listeners]) {
        try {
          listener(result);
        } catch (error) {
          core.raise(error, `A listener of ${where}`);
        }
      }
    },
  };
}
