/** `wx.request` (typings 5.2.3, lines 10744 ff., 11134 and 23267). */
import type { Core } from '../phone/core';
import { ApiFailure } from '../phone/failure';
import { checkUrl } from './address';
import type { Family } from './define';
import { cookiesOf, headerObject, requestHeaders, taskListeners } from './http';
import { addressOf, bodyOf } from './request-data';
import { startTransfer } from './transfer-task';

type Option = Partial<WechatMiniprogram.RequestOption>;

interface Result {
  data: unknown;
  statusCode: number;
  header: Record<string, string>;
  cookies: string[];
}

const METHODS = new Set(['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT']);

export const request = ((core) => ({
  request: (option) => {
    const given: Option = typeof option === 'object' && option !== null ? option : {};
    const headersReceived = taskListeners<Omit<Result, 'data'>>(core, 'RequestTask.onHeadersReceived');
    const task = startTransfer(core, {
      api: 'request',
      option,
      timeout: given.timeout,
      inheritsGesture: true,
      prepare: () => prepare(core, given),
      read: (response) => read(response, given),
      finish({ data, cookies, ...head }): Partial<Result> {
        headersReceived.fire({ ...head, cookies });
        return { data, ...head, ...(core.since('2.10.0') ? { cookies } : {}) };
      },
    });
    return {
      ...task,
      onHeadersReceived: headersReceived.on,
      offHeadersReceived: headersReceived.off,
      // Chunked transfer is not modelled: the event never fires.
      onChunkReceived() {},
      offChunkReceived() {},
    };
  },
})) satisfies Family;

/** Converts the option to address, method, headers and body, as WeChat does. */
function prepare(core: Core, option: Option): { url: string; init: RequestInit } {
  const url = checkUrl(core, option.url);
  const method = String(option.method ?? 'GET').toUpperCase();
  if (!METHODS.has(method)) throw new ApiFailure(`invalid method "${method}"`);
  const headers = requestHeaders(core, option.header);
  if (!headers.has('content-type')) headers.set('content-type', 'application/json');
  const init: RequestInit = { method, headers };
  if (method === 'GET') {
    const full = addressOf(option.url as string, option.data, core.reportOnce);
    return { url: new URL(full).href, init };
  }
  if (method === 'HEAD') {
    if (option.data !== undefined) core.reportOnce('wx.request: WeChat sends no data with a HEAD.');
    return { url: url.href, init };
  }
  const body = bodyOf(option.data, headers.get('content-type') ?? '', core.reportOnce);
  return { url: url.href, init: body === undefined ? init : { ...init, body } };
}

/** Reads a response. The call succeeds for every HTTP status. */
async function read(response: Response, option: Option): Promise<Result> {
  const header = headerObject(response.headers);
  const data =
    String(option.responseType ?? 'text').toLowerCase() === 'arraybuffer'
      ? await response.arrayBuffer()
      : parse(await response.text(), option.dataType ?? 'json');
  return { data, statusCode: response.status, header, cookies: cookiesOf(response.headers) };
}

/** With `json`, tries JSON.parse once; if that fails, the result is the text. */
function parse(text: string, dataType: string): unknown {
  if (dataType !== 'json') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
