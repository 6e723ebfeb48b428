/**
 * WeChat's limit on calls that cost its servers something: not more than four times per user, API and second
 * (developers.weixin.qq.com/miniprogram/dev/framework/performance/api-frequency.html).
 *
 * The page says that the platform counts the calls, warns the developer and favours mini-programs within the limit. It does
 * not say whether a call over the limit fails. So the phone warns the developer by default, and can be set to fail the call.
 */
import { ERRNO } from './errno';
import { ApiFailure } from './failure';
import type { PhoneClock, PhoneOptions } from './types';

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
   * @throws ApiFailure with errno 1003 when it is one too many and the phone is set to fail it.
   */
  count(api: string): void;
}

/** What the count needs of its phone. */
interface CountedPhone {
  readonly clock: PhoneClock;
  readonly options: Pick<PhoneOptions, 'frequencyLimit'>;
  reportOnce(message: string): void;
}

/** Makes the count of one phone. It outlives the mini-program's process: the limit is the user's. */
export function createFrequency(getPhone: () => CountedPhone): Frequency {
  const recent = new Map<string, number[]>();
  return {
    count(api) {
      if (!LIMITED.has(api)) return;
      const phone = getPhone();
      const now = phone.clock.now();
      // A clock that was set back makes a call of just now one of the future: it does not count.
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
