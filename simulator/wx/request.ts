/** `wx.request` (typings 5.2.3, lines 10744 ff., 11134 and 23267). */
import type { Core } from '../core';
import { ERRNO } from '../errno';
import { ApiFailure } from '../failure';
import { checkUrl } from './address';
import type { Family } from './define';
import { cookiesOf, headerObject, requestHeaders, taskListeners } from './http';
import { startTransfer } from './transfer-task';

type Option = Partial<WechatMiniprogram.RequestOption>;

interface Result {
  data: unknown;
  statusCode: number;
  header: Record<string, string>;
  cookies: string[];
}

const METHODS = new Set(['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT']);
/** Methods whose data goes into the address: those that have no body. */
const IN_ADDRESS = new Set(['OPTIONS', 'GET', 'HEAD']);

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
      // Chunked transfer is not modelled: there is never a chunk to hear of.
      onChunkReceived() {},
      offChunkReceived() {},
    };
  },
})) satisfies Family;

/** Address, method, headers and body, as WeChat makes them of the option. */
function prepare(core: Core, option: Option): { url: string; init: RequestInit } {
  const url = checkUrl(core, option.url);
  const method = String(option.method ?? 'GET').toUpperCase();
  if (!METHODS.has(method)) throw new ApiFailure(`invalid method "${method}"`);
  const headers = requestHeaders(core, option.header);
  if (!headers.has('content-type')) headers.set('content-type', 'application/json');
  const init: RequestInit = { method, headers };
  const data: unknown = option.data;
  if (data === undefined || data === null) return { url: url.href, init };
  if (IN_ADDRESS.has(method)) {
    const query = typeof data === 'string' ? data : formEncode(data);
    if (query !== '') url.search += `${url.search === '' ? '?' : '&'}${query}`;
    return { url: url.href, init };
  }
  return { url: url.href, init: { ...init, body: bodyOf(data, headers.get('content-type') ?? '') } };
}

/** Text and bytes go as they are; an object becomes a form or JSON, as the content type says. */
function bodyOf(data: unknown, contentType: string): BodyInit {
  if (typeof data === 'string') return data;
  if (data instanceof ArrayBuffer || ArrayBuffer.isView(data)) return data as BodyInit;
  if (/^application\/x-www-form-urlencoded\b/i.test(contentType)) return formEncode(data);
  try {
    return JSON.stringify(data);
  } catch {
    throw new ApiFailure('data serialize failed', ERRNO.invalidData);
  }
}

/** `encodeURIComponent(k)=encodeURIComponent(v)&…`. What becomes of a nested object is not documented: its plain text. */
function formEncode(data: unknown): string {
  if (typeof data !== 'object' || data === null) return encodeURIComponent(String(data));
  return Object.entries(data)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');
}

/** Whatever the status, an answer is a success. */
async function read(response: Response, option: Option): Promise<Result> {
  const header = headerObject(response.headers);
  const data =
    option.responseType === 'arraybuffer'
      ? await response.arrayBuffer()
      : parse(await response.text(), option.dataType ?? 'json');
  return { data, statusCode: response.status, header, cookies: cookiesOf(response.headers) };
}

/** `json`: one attempt at JSON.parse; what is not JSON stays text. */
function parse(text: string, dataType: string): unknown {
  if (dataType !== 'json') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
