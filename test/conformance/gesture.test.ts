/** The tap gesture (点击态): where it is valid, inherited, lost and used up. */
import { turn } from '../../simulator/phone/turns';
import { ask, askInTap, DESC, NO_TAP, opens, phoneAt, testPhone } from './support/phone';

test('openSetting needs a tap from 2.3.0 on [typings 29630; wx.openSetting]', async () => {
  const open = async (sdkVersion: string) => {
    const test = phoneAt(sdkVersion);
    await ask(test, (option) => test.wx.openSetting(option));
    return test.phone.screen.find('settings') !== undefined;
  };
  expect(await open('2.3.0')).toBe(false);
  expect(await open('2.2.9')).toBe(true);
});

test('openSetting without a tap fails with `can only be invoked by user TAP gesture.` [community https://www.cnblogs.com/zmdComeOn/p/9761577.html]', async () => {
  const test = testPhone();
  const { result } = await ask(test, (option) => test.wx.openSetting(option));
  expect(result.errMsg).toBe(`openSetting:fail ${NO_TAP}`);
});

test('getUserProfile needs a tap [typings 26043; wx.getUserProfile]', async () => {
  const test = testPhone({ era: 'profile' });
  const { result } = await ask(test, (option) => test.wx.getUserProfile({ desc: DESC, ...option }));
  expect(result.errMsg).toBe(`getUserProfile:fail ${NO_TAP}`);
  await askInTap(test, (option) => test.wx.getUserProfile({ desc: DESC, ...option }));
  expect(test.phone.screen.find('authorize')).toBeDefined();
});

test('the handler of a tap has the gesture [page framework/view/tap.html]', () => {
  const test = testPhone();
  expect(test.phone.tap(() => opens(test))).toBe(true);
});

test('the gesture lasts until the end of the handler’s macrotask [page framework/view/tap.html]', async () => {
  const test = testPhone();
  test.phone.tap(() => {});
  await turn();
  expect(opens(test)).toBe(false);
});

test('setTimeout loses the gesture [page framework/view/tap.html]', async () => {
  const test = testPhone();
  const opened = await new Promise((resolve) => {
    test.phone.tap(() => setTimeout(() => resolve(opens(test)), 0));
  });
  expect(opened).toBe(false);
});

test('promises and await keep the gesture [page framework/view/tap.html]', async () => {
  for (const device of [
    { platform: 'ios', system: 'iOS 16.0' } as const,
    { platform: 'android', system: 'Android 9' } as const,
  ]) {
    const test = testPhone({ device });
    const opened = await test.phone.tap(async () => {
      await Promise.resolve();
      return opens(test);
    });
    expect(opened).toBe(true);
  }
});

test('on iOS 15 and older promises lose the gesture [page framework/view/tap.html]', async () => {
  const test = testPhone({ device: { platform: 'ios', system: 'iOS 15.8' } });
  const opened = await test.phone.tap(async () => {
    await Promise.resolve();
    return opens(test);
  });
  expect(opened).toBe(false);
  expect(test.phone.tap(() => opens(test))).toBe(true);
});
