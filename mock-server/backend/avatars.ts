/** Pictures: which bytes count as one, under which name it is kept, and how it is served. */
import type { Profile } from '../../miniprogram/services/contract';
import type { AvatarRecord } from '../store/store';
import type { ApiRequest } from '../types';
import { sha256Hex } from '../wechat/crypto';
import { portrait } from '../wechat/portraits';
import type { BackendDeps } from './deps';
import { failure, Refusal, type Reply } from './replies';

/** Where pictures are served. */
export const AVATARS_PATH = '/avatars/';

/**
 * A profile as it is kept: a picture of ours is named by its path, for the same store may be served from another
 * port tomorrow, and from two at once.
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

/** A profile as clients see it: every picture has an address. */
export function withAvatarAddress(profile: Profile, publicOrigin: string): Profile {
  return profile.avatarUrl.startsWith(AVATARS_PATH)
    ? { ...profile, avatarUrl: publicOrigin + profile.avatarUrl }
    : profile;
}

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to));

/** By the first bytes: the name and the declared type of an upload are the client's word. */
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
 * Name and record of an uploaded picture. The name is a hash of the bytes: the same upload, sent again after a
 * lost answer, ends in the same place.
 * @throws Refusal 400 when it is no picture.
 */
export function namePicture(bytes: Uint8Array): { name: string; avatar: AvatarRecord } {
  const kind = KINDS.find(({ matches }) => matches(bytes));
  if (!kind) throw new Refusal(400, 'avatar: expected a PNG, JPEG, WebP or GIF picture');
  return {
    name: `${sha256Hex(bytes).slice(0, 40)}.${kind.ending}`,
    avatar: { type: kind.type, bytes },
  };
}

/** `GET /avatars/<name>`: an uploaded picture, or one of the portraits of WeChat's invented people. */
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
