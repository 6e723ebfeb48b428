/**
 * The phone number: a tap on `<button open-type="getPhoneNumber">` gives a code, and the backend exchanges it for the
 * number. It is independent of the profile: a user may have one of them, both or none.
 *
 * A mini-program without phone numbers deletes this file and omits `phone` in `createAuth`.
 */
import { atLeast, canIUse } from '../platform';
import type { PhoneWay } from '../types';

/** errno if the mini-program has no quota of phone numbers left (getPhoneNumber.html). */
const NO_QUOTA = 1400001;

export const phone: PhoneWay = {
  // Before 2.21.2 the event contains no code, but data encrypted with the session key of that time.
  available: () => atLeast('2.21.2') && canIUse('button.open-type.getPhoneNumber'),
  read(detail) {
    const {
      code,
      errMsg = '',
      errno,
    } = Object(detail) as { code?: unknown; errMsg?: string; errno?: number };
    if (typeof code === 'string' && code !== '') return { code };
    if (errno === NO_QUOTA) return { problem: 'phoneQuota' };
    // `fail user deny`, on Android also `fail:user deny`. After a refusal the user needs no message.
    if (/deny|denied|cancel|privacy/i.test(errMsg)) return { problem: '' };
    // The owner of the mini-program is an individual, or the mini-program is not verified.
    return { problem: /permission/i.test(errMsg) ? 'phoneNotAllowed' : 'phoneNotGiven' };
  },
};
