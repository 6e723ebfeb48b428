/** Request bodies: form-urlencoded, JSON, or multipart with a picture. */
import type { ApiRequest } from '../types';
import { single } from './params';
import { Refusal } from './replies';

type Field = 'info_json' | 'rawData' | 'signature' | 'encryptedData' | 'iv';

/** The fields of `setuserinfo`. A missing or empty field is null. Other fields are ignored. */
export type SetUserInfoForm = Record<Field, string | null> & {
  /** The bytes of the uploaded picture. */
  avatar: Uint8Array | null;
};

async function multipart(body: Uint8Array, contentType: string): Promise<FormData> {
  try {
    // The platform's own parser. The copy gives it a plain ArrayBuffer.
    return await new Response(Uint8Array.from(body), {
      headers: { 'content-type': contentType },
    }).formData();
  } catch {
    throw new Refusal(400, 'body: not valid multipart/form-data');
  }
}

/**
 * Converts a JSON object to fields. A value that is not text becomes its JSON (`info_json` may be an object). null
 * counts as missing.
 */
function jsonFields(text: string): URLSearchParams {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal(400, 'body: not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal(400, 'body: expected a JSON object');
  }
  const fields = new URLSearchParams();
  for (const [name, one] of Object.entries(value)) {
    if (one === null) continue;
    try {
      fields.append(name, typeof one === 'string' ? one : JSON.stringify(one));
    } catch {
      throw new Refusal(400, `body: ${name.slice(0, 40)} is nested too deeply`);
    }
  }
  return fields;
}

/**
 * Reads the fields of a POST. Without a content type they are form-urlencoded.
 * @throws Refusal 400 for another content type, and for a compressed or malformed body
 */
export async function readFields(request: ApiRequest): Promise<FormData | URLSearchParams> {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding.trim().toLowerCase() !== 'identity')
    throw new Refusal(400, 'content-encoding: bodies are taken as they are, not compressed');
  const contentType = request.headers['content-type'] ?? 'application/x-www-form-urlencoded';
  const kind = contentType.split(';')[0]?.trim().toLowerCase();
  const body = request.body ?? new Uint8Array();
  if (kind === 'multipart/form-data') return multipart(body, contentType);
  const text = new TextDecoder().decode(body);
  if (kind === 'application/x-www-form-urlencoded') return new URLSearchParams(text);
  // A request without a body has no fields: its session may be in the header.
  if (kind === 'application/json') return text === '' ? new URLSearchParams() : jsonFields(text);
  throw new Refusal(
    400,
    'content-type: expected application/x-www-form-urlencoded, application/json or multipart/form-data',
  );
}

/**
 * Reads the fields of `setuserinfo`.
 * @throws Refusal 400 if a field is given twice
 */
export async function readForm(fields: FormData | URLSearchParams): Promise<SetUserInfoForm> {
  const files = fields.getAll('avatar');
  if (files.length > 1) throw new Refusal(400, `avatar: given ${files.length} times, expected once`);
  const [file] = files;
  if (typeof file === 'string') throw new Refusal(400, 'avatar: expected a file');
  return {
    info_json: single(fields, 'info_json'),
    rawData: single(fields, 'rawData'),
    signature: single(fields, 'signature'),
    encryptedData: single(fields, 'encryptedData'),
    iv: single(fields, 'iv'),
    avatar: file ? new Uint8Array(await file.arrayBuffer()) : null,
  };
}
