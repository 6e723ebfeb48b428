/** Finds out why WeChat did not give the user's data. */
import type { WxFailure } from '../services/wx-call';
import type { Denial } from './types';

/**
 * iOS, Android and DevTools have different texts (`auth deny`, `auth denied`, `auth:deny`, with or without a number
 * before it), so the patterns are loose. `errno` is more reliable and is read first: 103 is "user authorize denied",
 * 104 is "user authorize canceled". A refused privacy contract also has 104, so its text is read before `errno`.
 */
export function denialOf(failure: unknown): Denial {
  const { errMsg = '', errno = null } = Object(failure) as Partial<WxFailure>;
  if (/privacy permission/i.test(errMsg)) return 'refused';
  if (errno === 103 || /auth[ :]*(deny|denied)/i.test(errMsg)) return 'refused';
  if (errno === 104 || /cancel/i.test(errMsg)) return 'cancelled';
  return /scope unauthorized/i.test(errMsg) ? 'unavailable' : 'failed';
}
