/** Common parts of `wx.request`, `wx.uploadFile` and `wx.downloadFile`: headers, time limits, the log event. */
import type { Core } from '../phone/core';
import { ApiFailure } from '../phone/failure';

/** 60 s (typings 5.2.3, line 10903). */
const DEFAULT_TIMEOUT = 60_000;

/**
 * Converts the value of a header or of an upload's field as the base library does: a text stays, a number becomes a
 * text, any other value is replaced with the name of its type (2.8.2, `convertObjectValueToString`).
 */
export function fieldText(core: Core, name: string, value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  const text: string = Object.prototype.toString.call(value);
  core.reportOnce(`${name} is neither a text nor a number: WeChat sends ${JSON.stringify(text)}.`);
  return text;
}

/** The mini-program's headers, with WeChat's referer, which the mini-program cannot set. */
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
  // The format is fixed (framework/ability/network.html): `devtools`, 0 for an unreleased version, else the version's
  // number.
  const released = core.options.envVersion === 'release' ? '1' : '0';
  const version = core.device.platform === 'devtools' ? 'devtools' : released;
  headers.set('referer', `https://servicewechat.com/${core.options.wechat.appid}/${version}/page-frame.html`);
  return headers;
}

/** The time limit of a transfer in milliseconds. The call's own limit is supported since base library 2.10.0. */
export function timeoutOf(core: Core, own: unknown, kind: 'request' | 'uploadFile' | 'downloadFile'): number {
  if (typeof own === 'number' && own > 0 && core.since('2.10.0')) return own;
  return core.host?.config?.networkTimeout?.[kind] ?? DEFAULT_TIMEOUT;
}

/** The headers with names in lower case. Several values are joined with a comma. */
export function headerObject(headers: Headers): Record<string, string> {
  return Object.fromEntries(headers.entries());
}

/** The `Set-Cookie` headers, one per entry (base library 2.10.0 and later). */
export function cookiesOf(headers: Headers): string[] {
  return typeof headers.getSetCookie === 'function' ? headers.getSetCookie() : [];
}

/** Logs the transfer when it is over. `status` is null if no response arrived. */
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

/** Creates the listeners of a task: `onHeadersReceived`, `onProgressUpdate` … */
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
