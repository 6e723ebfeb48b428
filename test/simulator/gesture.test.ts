/** The tap gesture (点击态): where it is valid, which callbacks inherit it, and where it ends. */
import { turn } from '../../simulator/turns';
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
  it('is required by openSetting', async () => {
    const test = testPhone();
    expect(await tryOpenSetting(test)()).toBe(false);
  });

  it('is not required by openSetting before base library 2.3.0', async () => {
    const test = testPhone({ sdkVersion: '2.2.5' });
    expect(await tryOpenSetting(test)()).toBe(true);
  });

  it('is valid in the handler of a tap, and not used up by a call', async () => {
    const test = testPhone();
    const [first, second] = test.phone.tap(() => [tryOpenSetting(test), tryOpenSetting(test)]);
    await test.phone.settle();
    expect(test.phone.screen.items.filter((item) => item.kind === 'settings')).toHaveLength(2);
    expect(await second?.()).toBe(true);
    expect(await first?.()).toBe(true);
  });

  it('survives microtasks', async () => {
    const test = testPhone();
    const later = test.phone.tap(async () => {
      await Promise.resolve();
      await Promise.resolve();
      return tryOpenSetting(test);
    });
    expect(await (await later)()).toBe(true);
  });

  it('is lost in a timer, even of 0 ms', async () => {
    const test = testPhone();
    const check = await new Promise<() => Promise<boolean>>((resolve) => {
      test.phone.tap(() => setTimeout(() => resolve(tryOpenSetting(test)), 0));
    });
    expect(await check()).toBe(false);
  });

  it('is lost in a timer that is due first', async () => {
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

  it('ends with the macrotask', async () => {
    const test = testPhone();
    test.phone.tap(() => {});
    await turn();
    expect(await tryOpenSetting(test)()).toBe(false);
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

  it('is granted by the callback of showActionSheet', async () => {
    const test = testPhone();
    test.wx.showActionSheet({ itemList: ['设置'], success: () => test.wx.openSetting({}) });
    await test.phone.settle();
    test.phone.screen.get('action-sheet').choose(0);
    await test.phone.settle();
    expect(test.phone.screen.find('settings')).toBeDefined();
  });

  it('is not passed on by the promise of showModal', async () => {
    const test = testPhone();
    const answered = test.wx.showModal({ title: '提示' }).then(() => tryOpenSetting(test));
    await test.phone.settle();
    test.phone.screen.get('modal').confirm();
    expect(await (await answered)()).toBe(false);
  });

  it.each([
    ['getSetting', (wx: WechatMiniprogram.Wx, then: () => void) => wx.getSetting({ success: then })],
    [
      'request',
      (wx: WechatMiniprogram.Wx, then: () => void) => wx.request({ url: 'https://api.test/', success: then }),
    ],
  ])('is inherited by the callbacks of %s, through chains too', async (_name, call) => {
    const test = testPhone();
    const chain = () => call(test.wx, () => call(test.wx, () => test.wx.openSetting({})));
    test.phone.tap(chain);
    await test.phone.settle();
    expect(test.phone.screen.find('settings')).toBeDefined();
  });

  it('is not inherited when the call was made without it', async () => {
    const test = testPhone();
    const outcome = record();
    test.wx.getSetting({ success: () => test.wx.openSetting(outcome) });
    await test.phone.settle();
    expect(outcome.result.errMsg).toBe(NO_TAP);
  });

  it('is not inherited by the callbacks of login', async () => {
    const test = testPhone();
    const outcome = record();
    test.phone.tap(() => test.wx.login({ success: () => test.wx.openSetting(outcome) }));
    await test.phone.settle();
    expect(outcome.result.errMsg).toBe(NO_TAP);
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
