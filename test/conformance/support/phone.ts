/** A phone for conformance tests, and short ways to ask it something. */
import { record, type TestPhone, testPhone } from '../../simulator/support/phone';

export { json, record, type TestPhone, testPhone } from '../../simulator/support/phone';

/** A phone whose person has agreed to the privacy contract. */
export const AGREED = { privacy: { needAuthorization: false } } as const;

/** `desc` of getUserProfile. */
export const DESC = '用于完善会员资料';

export const NO_TAP = 'can only be invoked by user TAP gesture.';

/** Makes a call with callbacks and settles: which callbacks came, in order, and with what. */
export async function ask(test: TestPhone, call: (option: ReturnType<typeof record>) => unknown) {
  const outcome = record();
  call(outcome);
  await test.phone.settle();
  return outcome;
}

/** The same as the consequence of a tap. */
export const askInTap = (test: TestPhone, call: (option: ReturnType<typeof record>) => unknown) =>
  ask(test, (option) => test.phone.tap(() => call(option)));

/** A person taps `<button open-type>`: the events that it fires, as they come. */
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

/** `authSetting` as wx.getSetting tells it. */
export async function authSetting(test: TestPhone) {
  return (await ask(test, (option) => test.wx.getSetting(option))).result.authSetting;
}

/** Does openSetting open now? */
export function opens({ phone, wx }: TestPhone): boolean {
  wx.openSetting({ complete() {} });
  return phone.screen.find('settings') !== undefined;
}

/** Opens the settings page in a tap; the outcome is there once `settings.back()` was called. */
export async function settings(test: TestPhone) {
  const outcome = await askInTap(test, (option) => test.wx.openSetting(option));
  return { outcome, page: test.phone.screen.get('settings') };
}

/** For each base library: a fresh phone with it. */
export const phoneAt = (sdkVersion: string, options: Parameters<typeof testPhone>[0] = {}) =>
  testPhone({ ...AGREED, ...options, sdkVersion });
