/** A phone for conformance tests, and short calls for it. */
import { record, type TestPhone, testPhone } from '../../simulator/support/phone';

export { json, record, type TestPhone, testPhone } from '../../simulator/support/phone';

/** The user has agreed to the privacy contract. */
export const AGREED = { privacy: { needAuthorization: false } } as const;

/** A valid `desc` for getUserProfile. */
export const DESC = '用于完善会员资料';

export const NO_TAP = 'can only be invoked by user TAP gesture.';

/** Calls an API with callbacks and settles the phone. Returns the recorded callbacks. */
export async function ask(test: TestPhone, call: (option: ReturnType<typeof record>) => unknown) {
  const outcome = record();
  call(outcome);
  await test.phone.settle();
  return outcome;
}

/** Same as `ask`, inside a tap. */
export const askInTap = (test: TestPhone, call: (option: ReturnType<typeof record>) => unknown) =>
  ask(test, (option) => test.phone.tap(() => call(option)));

/** Presses a `<button open-type>` as the user. Returns its events. */
export async function press(
  test: Pick<TestPhone, 'phone'>,
  openType: string,
  attributes: Record<string, unknown> = {},
) {
  const events: { event: string; detail: Record<string, unknown> }[] = [];
  test.phone.press({ openType, attributes, emit: (event, detail) => events.push({ event, detail }) });
  await test.phone.settle();
  return events;
}

/** Calls wx.authorize. */
export const authorize = (test: TestPhone, scope: string) =>
  ask(test, (option) => test.wx.authorize({ scope, ...option }));

/** Answers the sheet that asks for a scope or for the profile. */
export async function answerSheet({ phone }: TestPhone, answer: 'allow' | 'deny' | 'dismiss') {
  phone.screen.get('authorize')[answer]();
  await phone.settle();
}

/** The nickname in the result of getUserInfo and getUserProfile. */
export const nameIn = (result: Record<string, unknown>) =>
  (result.userInfo as { nickName?: string } | undefined)?.nickName;

/** `authSetting` of the result of wx.getSetting. */
export async function authSetting(test: TestPhone) {
  return (await ask(test, (option) => test.wx.getSetting(option))).result.authSetting;
}

/** True if openSetting opens the settings page now. */
export function opens({ phone, wx }: TestPhone): boolean {
  wx.openSetting({ complete() {} });
  return phone.screen.find('settings') !== undefined;
}

/** Opens the settings page in a tap. The outcome is complete after `page.back()`. */
export async function settings(test: TestPhone) {
  const outcome = await askInTap(test, (option) => test.wx.openSetting(option));
  return { outcome, page: test.phone.screen.get('settings') };
}

/** A new phone with this base library. */
export const phoneAt = (sdkVersion: string, options: Parameters<typeof testPhone>[0] = {}) =>
  testPhone({ ...AGREED, ...options, sdkVersion });
