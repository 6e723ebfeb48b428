/** Makes the surroundings of the mini-program worse and better again: storage, WeChat, the server. */
import type { Fault, World } from '../../mock-server/types';
import type { Phone, VirtualClock } from '../../simulator';

/** How WeChat handles the phone's calls (`wx.login`, `wx.checkSession`, user data). */
export type WechatMood = 'fails' | 'is silent';

/** Changes the conditions. */
export interface Conditions {
  /** The phone's storage is full; entries can still be removed or become smaller. */
  storageFull: boolean;
  /** The next `times` calls of the phone to WeChat fail. */
  upsetWechat(mood: WechatMood, times: number): void;
  /** WeChat answers the next `times` codes with this error. */
  refuseCodes(error: { errcode: number; errmsg: string }, times: number): void;
  /** WeChat answers the next `times` codes of the phone-number button with this error. */
  refusePhoneCodes(error: { errcode: number; errmsg: string }, times: number): void;
  addFault(fault: Fault): void;
  /** The next `times` saves are answered this much later, ms. The server stores them at once. */
  slowSaves(ms: number, times: number): void;
  /** The next `times` answers of WeChat or the server are delivered a second time, `ms` milliseconds later. */
  repeatAnswers(ms: number, times: number): void;
  /** The delay before an answer of the door. */
  delay(endpoint: string): Promise<void>;
  /** Ends all faults. */
  mend(): void;
}

/** Calls whose answers may come twice. */
const REPEATED = ['request', 'uploadFile', 'login', 'checkSession', 'getSetting', 'getUserInfo'] as const;
type Call = (options: Record<string, unknown> & { success?: unknown; fail?: unknown }) => unknown;

/** Wraps the world and the phone. Call it before anything runs. */
export function createConditions(
  world: World,
  clock: VirtualClock,
): Conditions & { hold(phone: Phone): void } {
  const { wechat } = world;
  let mood: WechatMood = 'fails';
  let left = 0;
  let codesToRefuse = 0;
  const slow = { ms: 0, times: 0 };
  const repeated = { ms: 0, times: 0 };
  let removers: (() => void)[] = [];

  const upset = <Args extends unknown[], T>(ask: (...args: Args) => Promise<T>) => {
    return async (...args: Args): Promise<T> => {
      if (left > 0) {
        left -= 1;
        // Never answer: the phone's clock can advance to the timeout.
        if (mood === 'is silent') await clock.sleep(Number.POSITIVE_INFINITY);
        throw new Error('system error');
      }
      return ask(...args);
    };
  };
  Object.assign(wechat, {
    issueCode: upset(wechat.issueCode),
    isSessionFresh: upset(wechat.isSessionFresh),
    userData: upset(wechat.userData),
  });

  const exchange = wechat.code2Session;
  wechat.code2Session = async (query) => {
    if (codesToRefuse > 0) codesToRefuse -= 1;
    else wechat.failCode2Session(null);
    return exchange(query);
  };

  let phoneCodesToRefuse = 0;
  const exchangePhone = wechat.getUserPhoneNumber;
  wechat.getUserPhoneNumber = async (token, query) => {
    if (phoneCodesToRefuse > 0) phoneCodesToRefuse -= 1;
    else wechat.failPhoneNumber(null);
    return exchangePhone(token, query);
  };

  /**
   * Wraps a call so that `success` or `fail` can be called twice. After the end of the process the second call is
   * ignored.
   */
  const twice =
    (call: Call): Call =>
    (options) =>
      call({
        ...options,
        ...Object.fromEntries(
          (['success', 'fail'] as const).flatMap((name) => {
            const callback = options[name];
            if (typeof callback !== 'function') return [];
            const repeating = (answer: unknown) => {
              callback(answer);
              if (repeated.times === 0) return;
              repeated.times -= 1;
              clock.setTimeout(() => callback(answer), repeated.ms);
            };
            return [[name, repeating]];
          }),
        ),
      });

  return {
    storageFull: false,
    refusePhoneCodes(error, times) {
      phoneCodesToRefuse = times;
      wechat.failPhoneNumber(error);
    },
    refuseCodes(error, times) {
      codesToRefuse = times;
      wechat.failCode2Session(error);
    },
    upsetWechat(next, times) {
      mood = next;
      left = times;
    },
    addFault(fault) {
      removers.push(world.addFault(fault));
    },
    slowSaves(ms, times) {
      Object.assign(slow, { ms, times });
    },
    repeatAnswers(ms, times) {
      Object.assign(repeated, { ms, times });
    },
    async delay(endpoint) {
      if (endpoint !== 'setuserinfo' || slow.times === 0) return;
      slow.times -= 1;
      await clock.sleep(slow.ms);
    },
    mend() {
      this.storageFull = false;
      left = 0;
      codesToRefuse = 0;
      phoneCodesToRefuse = 0;
      wechat.failPhoneNumber(null);
      slow.times = 0;
      repeated.times = 0;
      for (const remove of removers) remove();
      removers = [];
      wechat.failCode2Session(null);
      wechat.unblock();
    },
    hold(phone) {
      phone.onWx((wx) => {
        const set = wx.setStorageSync;
        const full = (key: string, data: unknown) => {
          const size = (value: unknown) => JSON.stringify(value)?.length ?? 0;
          if (this.storageFull && size(data) > size(phone.storage[key])) {
            throw new Error('setStorageSync:fail exceed storage max size 10Mb');
          }
          set(key, data);
        };
        Object.assign(wx, { setStorageSync: full });
        for (const name of REPEATED) Object.assign(wx, { [name]: twice(wx[name] as Call) });
      });
    },
  };
}
