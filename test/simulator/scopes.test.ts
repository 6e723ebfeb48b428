/** The settings page, and scope.userInfo in each era. */
import { ERA_NAMES } from './support/eras';
import { record, testPhone } from './support/phone';

async function authSetting({ phone, wx }: ReturnType<typeof testPhone>) {
  const outcome = record();
  wx.getSetting(outcome);
  await phone.settle();
  return outcome.result.authSetting;
}

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
    const retired = era === 'profile' || era === 'fill';
    expect(await authSetting(test)).toEqual(retired ? { 'scope.userInfo': true } : {});
  });
});
