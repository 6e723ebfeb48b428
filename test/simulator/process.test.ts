/** Events of the whole phone: kill, background, network, theme. */
import { json, record, testPhone } from './support/phone';

describe('kill', () => {
  it('no pending call is answered', async () => {
    const test: ReturnType<typeof testPhone> = testPhone({ era: 'button' }, async () => {
      await test.clock.sleep(1000);
      return json({});
    });
    const { phone, wx } = test;
    const outcomes = [record(), record(), record(), record()];
    const [a, b, c, d] = outcomes;
    wx.login({ ...a });
    wx.showModal({ title: '提示', ...b });
    wx.request({ url: 'https://api.test/', ...c });
    wx.authorize({ scope: 'scope.record', ...d });
    const promise = jest.fn();
    wx.getSetting().then(promise, promise);
    await Promise.resolve();
    phone.kill();
    await phone.settle();
    await test.clock.advance(5000);
    await phone.settle();
    expect(outcomes.map(({ order }) => order)).toEqual([[], [], [], []]);
    expect(promise).not.toHaveBeenCalled();
    expect(phone.pending).toBe(0);
  });

  it('empties the screen; an answer to an old sheet changes nothing', async () => {
    const { phone, wx } = testPhone();
    const outcome = record();
    wx.showModal({ title: '提示', ...outcome });
    await phone.settle();
    const modal = phone.screen.get('modal');
    phone.kill();
    expect(phone.screen.items).toEqual([]);
    modal.confirm();
    await phone.settle();
    expect(outcome.order).toEqual([]);
  });

  it('keeps storage and scopes, removes listeners', async () => {
    const { phone, wx } = testPhone({ authSetting: { 'scope.record': true } });
    const listener = jest.fn();
    wx.onNetworkStatusChange(listener);
    wx.setStorageSync('a', 1);
    phone.kill();
    phone.setOnline(false);
    await phone.settle();
    expect(listener).not.toHaveBeenCalled();
    expect(phone.storage).toEqual({ a: 1 });
    expect(phone.authSetting).toEqual({ 'scope.record': true });
  });

  it('opens the dialog again in the next process', async () => {
    const { phone, wx } = testPhone();
    wx.authorize({ scope: 'scope.record', complete() {} });
    await phone.settle();
    phone.kill();
    const outcome = record();
    wx.authorize({ scope: 'scope.record', ...outcome });
    await phone.settle();
    phone.screen.get('authorize').allow();
    await phone.settle();
    expect(outcome.order).toEqual(['success', 'complete']);
  });
});

describe('each process has its own wx', () => {
  it('with its own functions and objects', () => {
    const { phone } = testPhone({ fallback: { scanCode() {} } });
    const first = phone.wx as unknown as Record<string, Record<string, unknown>>;
    Object.assign(first, { runs: 1, login: () => 'replaced' });
    Object.assign(first.request ?? {}, { mark: 1 });
    Object.assign(first.scanCode ?? {}, { mark: 1 });
    Object.assign(first.env ?? {}, { mark: 1 });
    expect(phone.wx).toBe(first);
    phone.kill();
    const second = phone.wx as unknown as Record<string, Record<string, unknown>>;
    expect(second).not.toBe(first);
    expect(second).not.toHaveProperty('runs');
    expect(String(second.login)).not.toContain('replaced');
    for (const api of ['request', 'scanCode', 'env']) expect(second[api]).not.toHaveProperty('mark');
  });

  it('and a test can change every one, until it removes its listener', () => {
    const { phone } = testPhone();
    const stop = phone.onWx((wx) => Object.assign(wx, { login: () => 'replaced' }));
    expect(phone.wx.login()).toBe('replaced');
    phone.kill();
    expect(phone.wx.login()).toBe('replaced');
    stop();
    phone.kill();
    expect(phone.wx.login()).toBeInstanceOf(Promise);
  });

  it('where an API is always the same function, modelled or not', () => {
    const { wx } = testPhone({ fallback: { scanCode() {} } });
    expect(wx.login).toBe(wx.login);
    expect(wx.scanCode).toBe(wx.scanCode);
    Object.assign(wx.scanCode, { mark: 1 });
    expect(wx.scanCode).toHaveProperty('mark', 1);
  });

  it('and a fallback can be added later', () => {
    const { phone, wx, reports } = testPhone();
    const { scanCode } = wx;
    phone.attach({ fallback: { scanCode: () => 'scanned' }, pages: () => [], async navigate() {} });
    expect(scanCode({})).toBe('scanned');
    expect(reports).toEqual(['wx.scanCode is not modelled by the simulated phone: its fallback was called.']);
  });
});

it('calls the listeners of wx.onAppHide and wx.onAppShow', async () => {
  const { phone, wx } = testPhone();
  const events: string[] = [];
  wx.onAppHide(() => events.push('hide'));
  wx.onAppShow(() => events.push('show'));
  phone.hide();
  phone.hide();
  phone.show();
  await phone.settle();
  expect(events).toEqual(['hide', 'show']);
});

it('reports network changes, until off', async () => {
  const { phone, wx } = testPhone();
  const listener = jest.fn();
  wx.onNetworkStatusChange(listener);
  expect((await wx.getNetworkType()).networkType).toBe('wifi');
  phone.setOnline(false);
  await phone.settle();
  expect(listener.mock.calls).toEqual([[{ isConnected: false, networkType: 'none' }]]);
  expect((await wx.getNetworkType()).networkType).toBe('none');
  wx.offNetworkStatusChange(listener);
  phone.setOnline(true);
  await phone.settle();
  expect(listener).toHaveBeenCalledTimes(1);
});

it('reports theme changes', async () => {
  const { phone, wx } = testPhone();
  const listener = jest.fn();
  wx.onThemeChange(listener);
  phone.setTheme('dark');
  await phone.settle();
  expect(listener).toHaveBeenCalledWith({ theme: 'dark' });
  expect(wx.getAppBaseInfo().theme).toBe('dark');
  expect(phone.device.theme).toBe('dark');
});
