/**
 * The actions of `<button open-type="getPhoneNumber">` and `getRealtimePhoneNumber` on a tap
 * (miniprogram/dev/framework/open-ability/getPhoneNumber.html, getRealtimePhoneNumber.html).
 */
import type { WechatPhoneGrant, WechatPhoneNumber } from '../../mock-server/wechat/types';
import type { PressedButton } from '../types';
import { askWechat } from '../wx/define';
import type { Core } from './core';
import { ERRNO, ERRNO_SINCE } from './errno';
import { ApiFailure, failureResult } from './failure';

/** The two buttons. Each has its own quota. */
type PhoneNumberApi = 'getPhoneNumber' | 'getRealtimePhoneNumber';

/** The AppID of DevTools' test account. */
const TOURIST = 'touristappid';

/** The free quota of each button for a new mini-program: 每个小程序账号将有1000次体验额度. */
const TRIAL_QUOTA = 1000;

/** The text of WeChat's own notice. */
const NO_QUOTA_TEXT = '该功能使用次数已达当前小程序上限，暂时无法使用';

/**
 * The event has `code` since this base library
 * (developers.weixin.qq.com/community/develop/doc/0002a4bd940b1033564d035ff51c00).
 */
const CODE_SINCE = '2.21.2';

/**
 * For each button, how many numbers it has returned. The count outlives the process: the quota belongs to the
 * mini-program.
 */
const given = new WeakMap<Core, Map<PhoneNumberApi, number>>();

const refusal = () => new ApiFailure('user deny');

/** Asks the user for a number, and fires the button's event. */
export async function givePhoneNumber(
  core: Core,
  api: PhoneNumberApi,
  button: PressedButton,
  emit: PressedButton['emit'],
): Promise<void> {
  const event = api.toLowerCase();
  try {
    await core.privacy.gate(`button.${api}`);
    checkPermission(core);
    await checkQuota(core, api, button);
    const grant = await ask(core, api);
    count(core, api);
    emit(event, { ...detailOf(core, api, grant), errMsg: `${api}:ok` });
  } catch (error) {
    emit(event, { ...failureResult(api, error, core.since(ERRNO_SINCE)) });
  }
}

/** @throws ApiFailure when the mini-program belongs to an individual or to a test account: these get no numbers. */
function checkPermission({ options }: Core): void {
  if (options.phoneNumber?.owner === 'individual' || options.wechat.appid === TOURIST) {
    throw new ApiFailure('no permission');
  }
}

/**
 * Checks the quota. Numbers cost money since 2023-08-28, so the quota exists in era `fill` only.
 * @throws ApiFailure with errno 1400001 when the quota is used up. WeChat then also shows a notice to the user, unless
 * the button disables it.
 */
async function checkQuota(core: Core, api: PhoneNumberApi, { attributes }: PressedButton): Promise<void> {
  if (core.era !== 'fill') return;
  const quota = core.options.phoneNumber?.quota ?? TRIAL_QUOTA;
  if ((given.get(core)?.get(api) ?? 0) < quota) return;
  // Stages pass attributes under the name in WXML or under the property's name. A text counts as true:
  // `phone-number-no-quota-toast="false"` does not disable the notice, `="{{false}}"` does.
  const toast = attributes['phone-number-no-quota-toast'] ?? attributes.phoneNumberNoQuotaToast;
  if (toast !== false) {
    const close = core.screen.show({ kind: 'phone-quota', text: NO_QUOTA_TEXT, close: () => close() });
  }
  throw new ApiFailure('no quota', ERRNO.noPhoneQuota);
}

function count(core: Core, api: PhoneNumberApi): void {
  const counts = given.get(core) ?? new Map<PhoneNumberApi, number>();
  counts.set(api, (counts.get(api) ?? 0) + 1);
  given.set(core, counts);
}

/** Shows the sheet. Resolves with WeChat's data for the chosen number. */
async function ask(core: Core, api: PhoneNumberApi): Promise<WechatPhoneGrant> {
  const { account } = core;
  const { wechat } = core.options;
  const bound = await askWechat(core, () => wechat.phoneNumbersOf(account));
  const number = await showSheet(core, bound, api === 'getRealtimePhoneNumber');
  return askWechat(core, () => wechat.grantPhoneNumber(account, number));
}

function showSheet(
  core: Core,
  bound: readonly WechatPhoneNumber[],
  realtime: boolean,
): Promise<WechatPhoneNumber> {
  const { account } = core;
  const { wechat } = core.options;
  let numbers = bound;
  return new Promise((resolve, reject) => {
    const refuse = () => {
      close();
      reject(refusal());
    };
    const close = core.screen.show({
      kind: 'phone-number',
      realtime,
      get numbers() {
        return numbers.map(masked);
      },
      allow(index = 0) {
        const number = numbers[index];
        if (number === undefined) {
          throw new Error(
            `The sheet offers ${numbers.length} phone numbers: there is no number ${index}. add() adds one.`,
          );
        }
        close();
        resolve(number);
      },
      add(text) {
        const number = parsePhoneNumber(text);
        if (numbers.some((one) => sameNumber(one, number))) return;
        numbers = [...numbers, number];
        core.outside.track(wechat.addPhoneNumber(account, number)).answer.catch((error: unknown) => {
          core.raise(error, 'addPhoneNumber');
        });
        core.screen.touch();
      },
      deny: refuse,
      dismiss: refuse,
    });
  });
}

const sameNumber = (a: WechatPhoneNumber, b: WechatPhoneNumber) =>
  a.countryCode === b.countryCode && a.purePhoneNumber === b.purePhoneNumber;

/** The number as the sheet shows it: `138****0000`, `+852 511****22`. */
function masked({ countryCode, purePhoneNumber }: WechatPhoneNumber): string {
  const hidden = purePhoneNumber.replace(/^(\d{3})\d{1,4}(?=\d)/, '$1****');
  return countryCode === '86' ? hidden : `+${countryCode} ${hidden}`;
}

/**
 * Parses a number as users type it: 11 digits of mainland China, or `+`, country code, space and digits.
 * @throws Error that describes the format.
 */
export function parsePhoneNumber(text: string): WechatPhoneNumber {
  const mainland = /^1\d{10}$/.exec(text.trim());
  if (mainland) return { countryCode: '86', purePhoneNumber: mainland[0] };
  const [, countryCode, purePhoneNumber] = /^\+(\d{1,3}) (\d{5,14})$/.exec(text.trim()) ?? [];
  if (countryCode !== undefined && purePhoneNumber !== undefined) return { countryCode, purePhoneNumber };
  throw new Error(
    `${JSON.stringify(text)} is not a phone number: write 11 digits that begin with 1, or a foreign one as "+852 51112222".`,
  );
}

/**
 * The `detail` of the event. If the account has a session key, the older fields (`encryptedData`, `iv`) come in
 * addition to the code. The realtime button is newer and has only the code.
 * @throws ApiFailure in base libraries without `code` when there is no session key either.
 */
function detailOf(core: Core, api: PhoneNumberApi, grant: WechatPhoneGrant): Record<string, unknown> {
  if (api === 'getRealtimePhoneNumber') return { code: grant.code };
  const { code, ...encrypted } = grant;
  if (core.since(CODE_SINCE)) return { ...encrypted, code };
  if (encrypted.encryptedData === undefined)
    throw new ApiFailure('no valid session key: call wx.login first');
  return encrypted;
}
