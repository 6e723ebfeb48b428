/** The tap gesture (点击态) in unusual orders of events; the rules: test/conformance/gesture.test.ts. */
import { turn } from '../../simulator/phone/turns';
import { record, testPhone } from './support/phone';

const NO_TAP = 'openSetting:fail can only be invoked by user TAP gesture.';

/** Calls openSetting. Returns a function that resolves to true if the settings page opened. */
function tryOpenSetting({ phone, wx }: ReturnType<typeof testPhone>) {
  const outcome = record();
  wx.openSetting(outcome);
  return async () => {
    await phone.settle();
    const shown = phone.screen.find('settings');
    if (shown === undefined) expect(outcome.result.errMsg).toBe(NO_TAP);
    shown?.back();
    await phone.settle();
    return shown !== undefined;
  };
}

describe('the gesture', () => {
  it('is lost in a timer that fires first', async () => {
    const test = testPhone();
    // After this the event loop handles timers first.
    await turn();
    const check = await new Promise<() => Promise<boolean>>((resolve) => {
      test.phone.tap(() => {
        setTimeout(() => resolve(tryOpenSetting(test)), 0);
        const until = performance.now() + 3;
        while (performance.now() < until);
      });
    });
    expect(await check()).toBe(false);
  });

  it('is granted by the callbacks of showModal', async () => {
    const test = testPhone();
    const attempts: (() => Promise<boolean>)[] = [];
    test.wx.showModal({
      title: '提示',
      success: () => attempts.push(tryOpenSetting(test)),
      complete: () => attempts.push(tryOpenSetting(test)),
    });
    await test.phone.settle();
    test.phone.screen.get('modal').confirm();
    await test.phone.settle();
    expect(test.phone.screen.items.filter((item) => item.kind === 'settings')).toHaveLength(2);
  });

  it.each([
    ['callback', (wx: WechatMiniprogram.Wx, then: () => void) => wx.login({ success: then })],
    ['promise', (wx: WechatMiniprogram.Wx, then: () => void) => void wx.login().then(then)],
  ])('of one tap does not reach the %s of an earlier call', async (_name, call) => {
    const test = testPhone();
    const outcome = record();
    call(test.wx, () => test.wx.openSetting(outcome));
    // The answer is queued by now; the tap follows.
    for (let microtasks = 0; microtasks < 20; microtasks += 1) await Promise.resolve();
    test.phone.tap(() => {});
    await test.phone.settle();
    expect(outcome.result.errMsg).toBe(NO_TAP);
  });
});
