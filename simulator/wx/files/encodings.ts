/** Text in files: the encodings of FileSystemManager (typings 5.2.3, `ReadFileOption.encoding`). */

import { isArrayBuffer } from '../../kind-of';
import { ERRNO } from '../../phone/errno';
import { ApiFailure, parameterError } from '../../phone/failure';

/** One code unit of text for each byte. */
const binary = {
  encode: (text: string) => Uint8Array.from(text, (unit) => unit.charCodeAt(0) & 0xff),
  decode: (bytes: Uint8Array) => {
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return text;
  },
};

const base64 = {
  encode(text: string) {
    try {
      return binary.encode(atob(text));
    } catch {
      // The usual cause is the prefix of a data URI (page api/file/FileSystemManager.writeFile.html).
      throw new ApiFailure('base64 encode error', ERRNO.fileEncoding);
    }
  },
  decode: (bytes: Uint8Array) => btoa(binary.decode(bytes)),
};

const hex = {
  encode: (text: string) =>
    Uint8Array.from(text.match(/[\da-f]{2}/gi) ?? [], (pair) => Number.parseInt(pair, 16)),
  decode: (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''),
};

const utf16 = {
  encode(text: string) {
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), true);
    return bytes;
  },
  decode: (bytes: Uint8Array) => new TextDecoder('utf-16le').decode(bytes),
};

const utf8 = {
  encode: (text: string) => new TextEncoder().encode(text),
  decode: (bytes: Uint8Array) => new TextDecoder().decode(bytes),
};

interface Encoding {
  encode(text: string): Uint8Array;
  decode(bytes: Uint8Array): string;
}

const ENCODINGS: Readonly<Record<string, Encoding>> = {
  utf8,
  'utf-8': utf8,
  base64,
  hex,
  binary,
  ascii: binary,
  latin1: binary,
  ucs2: utf16,
  'ucs-2': utf16,
  utf16le: utf16,
  'utf-16le': utf16,
};

function encodingOf(name: unknown): Encoding {
  const found = typeof name === 'string' && Object.hasOwn(ENCODINGS, name) ? ENCODINGS[name] : undefined;
  if (found === undefined) throw new ApiFailure(`invalid encoding "${String(name)}"`, ERRNO.invalidParameter);
  return found;
}

/** Converts the data to write to bytes. @throws ApiFailure when it is neither text nor an ArrayBuffer. */
export function bytesOf(data: unknown, encoding: unknown = 'utf8'): Uint8Array {
  if (isArrayBuffer(data)) return new Uint8Array(data).slice();
  if (typeof data !== 'string') throw parameterError('data', 'String', data);
  return encodingOf(encoding).encode(data);
}

/** Converts the bytes that were read: to text if an encoding is given, else to an ArrayBuffer. */
export function contentOf(bytes: Uint8Array, encoding: unknown): string | ArrayBuffer {
  if (encoding !== undefined && encoding !== null && encoding !== '')
    return encodingOf(encoding).decode(bytes);
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}
