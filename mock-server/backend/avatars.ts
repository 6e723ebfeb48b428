/** Uploaded pictures: recognises their type, names them, and serves them. */
import type { Profile } from '../../miniprogram/services/contract';
import type { AvatarRecord } from '../store/store';
import type { ApiRequest } from '../types';
import { sha256Hex } from '../wechat/crypto';
import { portrait } from '../wechat/portraits';
import type { BackendDeps } from './deps';
import { failure, Refusal, type Reply } from './replies';

/** Path of the pictures. */
export const AVATARS_PATH = '/avatars/';

/**
 * Replaces the URL of an uploaded picture by its path for the store: another process may serve the same store at
 * another port.
 */
export function withAvatarPath<P extends { avatarUrl?: string | undefined }>(
  profile: P,
  publicOrigin: string,
): P {
  const own = publicOrigin + AVATARS_PATH;
  return profile.avatarUrl?.startsWith(own)
    ? { ...profile, avatarUrl: profile.avatarUrl.slice(publicOrigin.length) }
    : profile;
}

/** Replaces the path of an uploaded picture by its URL for the client. */
export function withAvatarAddress(profile: Profile, publicOrigin: string): Profile {
  return profile.avatarUrl.startsWith(AVATARS_PATH)
    ? { ...profile, avatarUrl: publicOrigin + profile.avatarUrl }
    : profile;
}

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to));

/** The type is recognised by the first bytes, because the file name and the declared type come from the client. */
const KINDS: readonly { type: string; ending: string; matches: (bytes: Uint8Array) => boolean }[] = [
  { type: 'image/png', ending: 'png', matches: (b) => ascii(b, 0, 8) === '\x89PNG\r\n\x1a\n' },
  { type: 'image/jpeg', ending: 'jpg', matches: (b) => ascii(b, 0, 3) === '\xff\xd8\xff' },
  { type: 'image/gif', ending: 'gif', matches: (b) => /^GIF8[79]a$/.test(ascii(b, 0, 6)) },
  {
    type: 'image/webp',
    ending: 'webp',
    matches: (b) => ascii(b, 0, 4) === 'RIFF' && ascii(b, 8, 12) === 'WEBP',
  },
];

/**
 * Name and record of an uploaded picture. The name is a hash of the bytes: if the same picture is uploaded again after
 * a lost response, it has the same name.
 * @throws Refusal 400 if it is no picture
 */
export function namePicture(bytes: Uint8Array): { name: string; avatar: AvatarRecord } {
  const kind = KINDS.find(({ matches }) => matches(bytes));
  if (!kind) throw new Refusal(400, 'avatar: expected a PNG, JPEG, WebP or GIF picture');
  return {
    name: `${sha256Hex(bytes).slice(0, 40)}.${kind.ending}`,
    avatar: { type: kind.type, bytes },
  };
}

/** `GET /avatars/<name>`: an uploaded picture, or the portrait of a test account. */
export async function serveAvatar(request: ApiRequest, { store }: BackendDeps): Promise<Reply> {
  const name = request.path.slice(AVATARS_PATH.length);
  if (!/^[\w-]{1,80}\.(png|jpg|gif|webp)$/.test(name)) return failure(404, 'no such avatar');
  const avatar = portrait(name) ?? (await store.getAvatar(name));
  if (!avatar) return failure(404, 'no such avatar');
  return {
    status: 200,
    headers: {
      'content-type': avatar.type,
      'cache-control': 'public, max-age=86400',
      'x-content-type-options': 'nosniff',
    },
    body: avatar.bytes,
  };
}
