/** Reads why a call that asks the person failed. */
import type { WxFailure } from '../services/wx-call';
import type { Denial } from './types';

/**
 * Texts differ between iOS, Android and DevTools (`auth deny`, `auth denied`, `auth:deny`, with or without a number
 * before it), so they are matched loosely, and errno comes first: 103 is "user authorize denied", 104 "user authorize
 * canceled" (but also a refused privacy contract).
 */
export function denialOf(failure: unknown): Denial {
  const { errMsg = '', errno = null } = Object(failure) as Partial<WxFailure>;
  if (/privacy permission/i.test(errMsg)) return 'refused';
  if (errno === 103 || /auth[ :]*(deny|denied)/i.test(errMsg)) return 'refused';
  if (errno === 104 || /cancel/i.test(errMsg)) return 'cancelled';
  return /scope unauthorized/i.test(errMsg) ? 'unavailable' : 'failed';
}
