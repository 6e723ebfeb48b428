/** Converts stored users for clients. */
import type { UserInfo } from '../../miniprogram/services/contract';
import type { PhoneNumberRecord, UserRecord } from '../store/store';
import { signWithLogin } from '../wechat/crypto';
import { withAvatarAddress } from './avatars';
import type { BackendDeps } from './deps';

/**
 * The public id of a user. It is permanent, the same in every process with the same secret, and does not reveal the
 * openid.
 */
const publicId = (openid: string, secret: string) => signWithLogin(`id of ${openid}`, secret).slice(0, 24);

/** The profile with the URL of its picture and the public id; null if there is no profile. */
export function personOf(
  { openid, profile }: Pick<UserRecord, 'openid' | 'profile'>,
  { publicOrigin, credentials }: Pick<BackendDeps, 'publicOrigin' | 'credentials'>,
): UserInfo | null {
  if (profile === null) return null;
  return { id: publicId(openid, credentials.secret), ...withAvatarAddress(profile, publicOrigin) };
}

/** The phone number for clients: `138****0000`, `+852 511****2`. The full number stays on the server. */
export function maskedPhone({ countryCode, purePhoneNumber }: PhoneNumberRecord): string {
  const hidden = purePhoneNumber.replace(/^(\d{3})\d{1,4}(?=\d)/, '$1****');
  return countryCode === '86' ? hidden : `+${countryCode} ${hidden}`;
}
