/**
 * WeChat's limit on calls that reach its servers: at most four per second for each user and API
 * (developers.weixin.qq.com/miniprogram/dev/framework/performance/api-frequency.html).
 *
 * The page says that the platform counts the calls, warns the developer and favours mini-programs within the limit. It
 * does not say whether a call over the limit fails. So the phone warns the developer by default, and can be set to fail
 * the call.
 */

import type { PhoneClock, PhoneOptions } from '../types';
import { ERRNO } from './errno';
import { ApiFailure } from './failure';

const LIMITED: ReadonlySet<string> = new Set([
  'login',
  'checkSession',
  'getSetting',
  'getUserInfo',
  'getUserProfile',
]);
const MAX_PER_SECOND = 4;

export interface Frequency {
  /**
   * Counts a call.
   * @throws ApiFailure with errno 1003 when the call is over the limit and the phone is set to fail such calls.
   */
  count(api: string): void;
}

/** The parts of the phone that the counter uses. */
interface CountedPhone {
  readonly clock: PhoneClock;
  readonly options: Pick<PhoneOptions, 'frequencyLimit'>;
  reportOnce(message: string): void;
}

/** Creates the counter of one phone. It outlives the mini-program's process, because the limit is per user. */
export function createFrequency(getPhone: () => CountedPhone): Frequency {
  const recent = new Map<string, number[]>();
  return {
    count(api) {
      if (!LIMITED.has(api)) return;
      const phone = getPhone();
      const now = phone.clock.now();
      // If the clock was set back, earlier calls have later times: do not count them for ever.
      const calls = (recent.get(api) ?? []).filter((at) => Math.abs(now - at) < 1000);
      calls.push(now);
      recent.set(api, calls);
      if (calls.length <= MAX_PER_SECOND) return;
      if (phone.options.frequencyLimit === 'fail') {
        throw new ApiFailure('meet server frequency limit', ERRNO.frequency);
      }
      phone.reportOnce(
        `wx.${api} was called more than ${MAX_PER_SECOND} times within a second of the phone's clock: WeChat limits it (api-frequency.html).`,
      );
    },
  };
}
