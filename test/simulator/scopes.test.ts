/** Scopes: never requested, granted, refused; and scope.userInfo in each era. */
import { ERA_NAMES } from './support/eras';
import { record, testPhone } from './support/phone';

async function authSetting({ phone, wx }: ReturnType<typeof testPhone>) {
  const outcome = record();
  wx.getSetting(outcome);
  await phone.settle();
  return outcome.result.authSetting;
}

describe('a scope', () => {
  it('is missing in getSetting until it is requested', async () => {
    const test = testPhone({ era: 'legacy' });
    expect(await authSetting(test)).toEqual({});
    test.wx.authorize({ scope: 'scope.record', complete() {} });
    await test.phone.settle();
    test.phone.screen.get('authorize').allow();
    await test.phone.settle();
    expect(await authSetting(test)).toEqual({ 'scope.record': true });
  });

  it('never requested: shows a sheet with the texts of the scope and of app.json', async () => {
    const { phone, wx } = testPhone();
    phone.attach({
      config: { permission: { 'scope.userLocation': { desc: '用于推荐附近门店' } } },
      pages: () => [],
      navigate: async () => {},
    });
    wx.authorize({ scope: 'scope.userLocation', complete() {} });
    await phone.settle();
    expect(phone.screen.get('authorize')).toMatchObject({
      scope: 'scope.userLocation',
      title: '获取你的位置信息',
      desc: '用于推荐附近门店',
      person: { nickName: '林小满' },
    });
  });

  it('granted: succeeds at once', async () => {
    const { phone, wx } = testPhone({ authSetting: { 'scope.record': true } });
    const outcome = record();
    wx.authorize({ scope: 'scope.record', ...outcome });
    await phone.settle();
    expect(outcome.order).toEqual(['success', 'complete']);
  });

  it('refused: fails without a sheet, with errno 103', async () => {
    const { phone, wx } = testPhone({ authSetting: { 'scope.record': false } });
    const outcome = record();
    wx.authorize({ scope: 'scope.record', fail: outcome.fail });
    await phone.settle();
    expect(phone.screen.items).toEqual([]);
    expect(outcome.result).toEqual({ errMsg: 'authorize:fail auth deny', errno: 103 });
  });

  it('remembers a refusal; dismissing the sheet is not one, and the next call asks again', async () => {
    const { phone, wx } = testPhone();
    const outcome = record();
    const ask = async () => {
      wx.authorize({ scope: 'scope.record', fail: outcome.fail });
      await phone.settle();
    };
    await ask();
    phone.screen.get('authorize').dismiss();
    await phone.settle();
    expect(outcome.result.errMsg).not.toMatch(/auth (deny|denied)/);
    expect(phone.authSetting).toEqual({});
    await ask();
    phone.screen.get('authorize').deny();
    await phone.settle();
    expect(outcome.result.errMsg).toBe('authorize:fail auth deny');
    expect(phone.authSetting).toEqual({ 'scope.record': false });
    await ask();
    expect(phone.screen.items).toEqual([]);
  });

  it('requested twice at once: one sheet answers both', async () => {
    const { phone, wx } = testPhone();
    const outcomes = [record(), record()];
    for (const outcome of outcomes) wx.authorize({ scope: 'scope.record', ...outcome });
    await phone.settle();
    expect(phone.screen.items).toHaveLength(1);
    phone.screen.get('authorize').allow();
    await phone.settle();
    expect(outcomes.map(({ order }) => order[0])).toEqual(['success', 'success']);
    expect(phone.screen.items).toHaveLength(0);
  });

  it('needs no consent where WeChat removed it', async () => {
    const { phone, wx } = testPhone();
    const outcome = record();
    wx.authorize({ scope: 'scope.address', success: outcome.success });
    await phone.settle();
    expect(outcome.order).toEqual(['success']);
  });

  it('unknown: fails', async () => {
    const { phone, wx } = testPhone();
    const outcome = record();
    wx.authorize({ scope: 'scope.nonsense', fail: outcome.fail });
    await phone.settle();
    expect(outcome.result.errMsg).toBe('authorize:fail invalid scope');
  });
});

describe('the settings page', () => {
  const open = async (test: ReturnType<typeof testPhone>) => {
    const outcome = record();
    test.phone.tap(() => test.wx.openSetting(outcome));
    await test.phone.settle();
    return { outcome, settings: test.phone.screen.get('settings') };
  };

  it('has a switch for each requested scope, and no other', async () => {
    const test = testPhone({ era: 'button', authSetting: { 'scope.userInfo': false, 'scope.record': true } });
    const { settings, outcome } = await open(test);
    expect(settings.scopes).toEqual([
      { scope: 'scope.userInfo', label: '用户信息', granted: false },
      { scope: 'scope.record', label: '麦克风', granted: true },
    ]);
    expect(() => settings.set('scope.camera', true)).toThrow(/no switch for scope\.camera.*scope\.userInfo/);
    settings.set('scope.userInfo', true);
    expect(settings.scopes[0]?.granted).toBe(true);
    expect(outcome.order).toEqual([]);
    settings.back();
    await test.phone.settle();
    expect(outcome.result).toEqual({
      authSetting: { 'scope.userInfo': true, 'scope.record': true },
      errMsg: 'openSetting:ok',
    });
    expect(test.phone.screen.items).toEqual([]);
  });

  it('notifies subscribers of the screen of a switch', async () => {
    const test = testPhone({ authSetting: { 'scope.record': false } });
    const { settings } = await open(test);
    const changed = jest.fn();
    test.phone.screen.subscribe(changed);
    settings.set('scope.record', true);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it.each(['profile', 'fill'] as const)('has no switch for scope.userInfo in era %s', async (era) => {
    const test = testPhone({ era, authSetting: { 'scope.userInfo': false } });
    const { settings } = await open(test);
    expect(settings.scopes).toEqual([]);
  });
});

describe('scope.userInfo', () => {
  it.each(ERA_NAMES)('authorize, never requested, in era %s', async (era) => {
    const test = testPhone({ era });
    const outcome = record();
    test.wx.authorize({ scope: 'scope.userInfo', ...outcome });
    await test.phone.settle();
    const asks = test.phone.screen.find('authorize') !== undefined;
    const errMsg = outcome.result.errMsg ?? 'pending';
    expect({ asks, errMsg }).toEqual(
      {
        legacy: { asks: true, errMsg: 'pending' },
        button: { asks: false, errMsg: 'authorize:fail scope unauthorized' },
        profile: { asks: false, errMsg: 'authorize:ok' },
        fill: { asks: false, errMsg: 'authorize:ok' },
      }[era],
    );
  });

  it('authorize, refused before, fails in era button', async () => {
    const { phone, wx } = testPhone({ era: 'button', authSetting: { 'scope.userInfo': false } });
    const outcome = record();
    wx.authorize({ scope: 'scope.userInfo', fail: outcome.fail });
    await phone.settle();
    expect(outcome.result.errMsg).toBe('authorize:fail auth deny');
  });

  it.each(ERA_NAMES)('getSetting without any request, in era %s', async (era) => {
    const test = testPhone({ era });
    const moot = era === 'profile' || era === 'fill';
    expect(await authSetting(test)).toEqual(moot ? { 'scope.userInfo': true } : {});
  });
});
