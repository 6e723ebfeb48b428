/** Converts the `data` of `wx.request` as WeChat's base library does (2.8.2; typings 5.2.3, lines 23266 to 23269). */

import { isArrayBuffer, isObject } from '../kind-of';
import { ERRNO } from '../phone/errno';
import { ApiFailure } from '../phone/failure';
import { urlFields } from '../sources/url-fields';

type Report = (message: string) => void;

/**
 * The address of a GET: the fields of `data` are added to the query, and replace fields of the same name. An object in
 * a field becomes JSON. The text after a second `?`, and after a second `=` of a field, is lost.
 */
export function addressOf(url: string, data: unknown, report: Report): string {
  if (data === undefined || data === null) return url;
  if (!isObject(data) || isArrayBuffer(data)) {
    report('wx.request: the data of a GET must be an object; WeChat does not send a text or bytes.');
    return url;
  }
  if (Object.keys(data).length === 0) return url;
  const [path = '', query = ''] = url.split('?');
  const fields = urlFields(query);
  for (const [name, value] of Object.entries(data)) {
    fields[encodeURIComponent(name)] = encodeURIComponent(
      typeof value === 'object' ? jsonOf(value) : String(value),
    );
  }
  return `${path}?${Object.entries(fields)
    .map(([name, value]) => `${name}=${value}`)
    .join('&')}`;
}

/**
 * The body: text and an ArrayBuffer are sent unchanged, other data as a form or as JSON, according to the content type.
 * @returns undefined for no body.
 * @throws ApiFailure for data that cannot be serialised.
 */
export function bodyOf(data: unknown, contentType: string, report: Report): BodyInit | undefined {
  if (data === undefined) return undefined;
  if (typeof data === 'string' || isArrayBuffer(data)) return data;
  if (typeof data === 'function') throw new ApiFailure('data should not be Function');
  if (ArrayBuffer.isView(data)) {
    report('wx.request: data is a view of an ArrayBuffer: WeChat sends it as JSON. Pass its `buffer`.');
  }
  if (contentType.includes('application/x-www-form-urlencoded')) return formOf(data);
  if (contentType.includes('application/json') || typeof data === 'object') return jsonOf(data);
  throw new ApiFailure('data serialize failed', ERRNO.invalidData);
}

/** `encodeURIComponent(k)=encodeURIComponent(v)&…`. An object in a field is converted with `String`. */
function formOf(data: unknown): string {
  if (!isObject(data)) return data === null ? '' : String(data);
  return Object.entries(data)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');
}

function jsonOf(data: unknown): string {
  try {
    return String(JSON.stringify(data));
  } catch {
    throw new ApiFailure('data serialize failed', ERRNO.invalidData);
  }
}
