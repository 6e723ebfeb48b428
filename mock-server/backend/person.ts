/** A person as clients see them. */
import type { UserInfo } from '../../miniprogram/services/contract';
import type { PhoneNumberRecord, UserRecord } from '../store/store';
import { signWithLogin } from '../wechat/crypto';
import { withAvatarAddress } from './avatars';
import type { BackendDeps } from './deps';

/**
 * The backend's own name for a person: the same for good, on every process with the same secret, and nothing that the
 * openid can be read from.
 */
const publicId = (openid: string, secret: string) => signWithLogin(`id of ${openid}`, secret).slice(0, 24);

/** The profile with its picture's address and the person's id; null when there is none. */
export function personOf(
  { openid, profile }: Pick<UserRecord, 'openid' | 'profile'>,
  { publicOrigin, credentials }: Pick<BackendDeps, 'publicOrigin' | 'credentials'>,
): UserInfo | null {
  if (profile === null) return null;
  return { id: publicId(openid, credentials.secret), ...withAvatarAddress(profile, publicOrigin) };
}

/** A phone number as clients see it: `138****0000`, `+852 511****2`. The whole number stays on the server. */
export function maskedPhone({ countryCode, purePhoneNumber }: PhoneNumberRecord): string {
  const hidden = purePhoneNumber.replace(/^(\d{3})\d{1,4}(?=\d)/, '$1****');
  return countryCode === '86' ? hidden : `+${countryCode} ${hidden}`;
}
