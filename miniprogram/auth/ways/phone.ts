/**
 * The phone number: a tap on `<button open-type="getPhoneNumber">` gives a code, which the backend trades for the
 * number. It is no way of getting a profile: a person may have either, both or none.
 *
 * A mini-program that needs no number deletes this file and leaves `phone` out of `createAuth`.
 */
import { atLeast, canIUse } from '../platform';
import type { PhoneWay } from '../types';

/** errno of a mini-program that has used up its numbers (getPhoneNumber.html). */
const NO_QUOTA = 1400001;

export const phone: PhoneWay = {
  // Before 2.21.2 the event has no code, but data that only the session key of its time can read.
  available: () => atLeast('2.21.2') && canIUse('button.open-type.getPhoneNumber'),
  read(detail) {
    const {
      code,
      errMsg = '',
      errno,
    } = Object(detail) as { code?: unknown; errMsg?: string; errno?: number };
    if (typeof code === 'string' && code !== '') return { code };
    if (errno === NO_QUOTA) return { problem: 'phoneQuota' };
    // `fail user deny`, on Android also `fail:user deny`. The person has refused, and needs no message.
    if (/deny|denied|cancel|privacy/i.test(errMsg)) return { problem: '' };
    // The owner of the mini-program is an individual, or it is not verified.
    return { problem: /permission/i.test(errMsg) ? 'phoneNotAllowed' : 'phoneNotGiven' };
  },
};
