/** The body of `setuserinfo`: form-urlencoded, or multipart when a picture comes along. */
import type { ApiRequest } from '../types';
import { single } from './params';
import { Refusal } from './replies';

type Field = 'rd3_session' | 'info_json' | 'rawData' | 'signature' | 'encryptedData' | 'iv';

/** The fields that the endpoint knows; a field that is absent or empty is null, every other one is ignored. */
export type SetUserInfoForm = Record<Field, string | null> & {
  /** The bytes of the uploaded picture. */
  avatar: Uint8Array | null;
};

async function multipart(body: Uint8Array, contentType: string): Promise<FormData> {
  try {
    // The platform's own parser; the copy gives it a plain ArrayBuffer whatever memory the door read into.
    return await new Response(Uint8Array.from(body), {
      headers: { 'content-type': contentType },
    }).formData();
  } catch {
    throw new Refusal(400, 'body: not valid multipart/form-data');
  }
}

/**
 * Reads the form of a request.
 * @throws Refusal 400 for another content type, a malformed body, a field given twice.
 */
export async function readForm(request: ApiRequest): Promise<SetUserInfoForm> {
  const contentType = request.headers['content-type'] ?? 'application/x-www-form-urlencoded';
  const kind = contentType.split(';')[0]?.trim().toLowerCase();
  const body = request.body ?? new Uint8Array();
  let fields: FormData | URLSearchParams;
  if (kind === 'multipart/form-data') fields = await multipart(body, contentType);
  else if (kind === 'application/x-www-form-urlencoded')
    fields = new URLSearchParams(new TextDecoder().decode(body));
  else {
    throw new Refusal(400, 'content-type: expected application/x-www-form-urlencoded or multipart/form-data');
  }
  const files = fields.getAll('avatar');
  if (files.length > 1) throw new Refusal(400, `avatar: given ${files.length} times, expected once`);
  const [file] = files;
  if (typeof file === 'string') throw new Refusal(400, 'avatar: expected a file');
  return {
    rd3_session: single(fields, 'rd3_session'),
    info_json: single(fields, 'info_json'),
    rawData: single(fields, 'rawData'),
    signature: single(fields, 'signature'),
    encryptedData: single(fields, 'encryptedData'),
    iv: single(fields, 'iv'),
    avatar: file ? new Uint8Array(await file.arrayBuffer()) : null,
  };
}
