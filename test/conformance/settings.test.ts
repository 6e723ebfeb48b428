/** The settings page: openSetting and its button. */
import { ask, askInTap, authorize, phoneAt, press, settings, testPhone } from './support/phone';

test('the settings page lists only requested scopes [typings 29626; wx.openSetting]', async () => {
  const test = testPhone({ era: 'button', authSetting: { 'scope.userInfo': false, 'scope.record': true } });
  const { page } = await settings(test);
  expect(page.scopes.map(({ scope, granted }) => [scope, granted])).toEqual([
    ['scope.userInfo', false],
    ['scope.record', true],
  ]);
  expect(() => page.set('scope.camera', true)).toThrow('no switch for scope.camera');
});

test('openSetting answers when the user comes back, with the authSetting of that moment [typings 29626; wx.openSetting]', async () => {
  const test = testPhone({ era: 'button', authSetting: { 'scope.userInfo': false } });
  const { page, outcome } = await settings(test);
  page.set('scope.userInfo', true);
  expect(outcome.order).toEqual([]);
  page.back();
  await test.phone.settle();
  expect(outcome.result).toEqual({ authSetting: { 'scope.userInfo': true }, errMsg: 'openSetting:ok' });
});

test('a scope that was switched on in the settings is granted [page framework/open-ability/authorize.html]', async () => {
  const test = testPhone({ authSetting: { 'scope.record': false } });
  const { page } = await settings(test);
  page.set('scope.record', true);
  page.back();
  await test.phone.settle();
  expect((await authorize(test, 'scope.record')).order[0]).toBe('success');
});

test('from 2021-04-28 on the settings have no switch for the user’s information [choice]', async () => {
  for (const era of ['profile', 'fill'] as const) {
    const { page } = await settings(testPhone({ era, authSetting: { 'scope.userInfo': true } }));
    expect(page.scopes).toEqual([]);
  }
});

test('subscriptionsSetting is returned only with withSubscriptions [typings 6419; wx.getSetting]', async () => {
  const test = testPhone();
  expect((await ask(test, (option) => test.wx.getSetting(option))).result).not.toHaveProperty(
    'subscriptionsSetting',
  );
  const { result } = await ask(test, (option) => test.wx.getSetting({ withSubscriptions: true, ...option }));
  expect(result.subscriptionsSetting).toEqual({ mainSwitch: true, itemSettings: {} });
});

test('<button open-type="openSetting"> exists from 2.0.7 on [page component/button.html]', async () => {
  const opensAt = async (sdkVersion: string) => {
    const test = phoneAt(sdkVersion);
    await press(test, 'openSetting');
    return test.phone.screen.find('settings') !== undefined;
  };
  expect([await opensAt('2.0.6'), await opensAt('2.0.7')]).toEqual([false, true]);
});

test('bindopensetting receives the result of openSetting [typings lib.wx.event.d.ts 440]', async () => {
  const test = testPhone({ era: 'button', authSetting: { 'scope.userInfo': false } });
  const events = await press(test, 'openSetting');
  expect(events).toEqual([]);
  test.phone.screen.get('settings').set('scope.userInfo', true);
  test.phone.screen.get('settings').back();
  await test.phone.settle();
  expect(events).toEqual([
    { event: 'opensetting', detail: { authSetting: { 'scope.userInfo': true }, errMsg: 'openSetting:ok' } },
  ]);
});

test('the user can change the settings without the mini-program [page framework/open-ability/authorize.html]', async () => {
  const test = testPhone({ authSetting: { 'scope.record': true } });
  test.phone.setScope('scope.record', false);
  expect((await authorize(test, 'scope.record')).order[0]).toBe('fail');
  expect((await askInTap(test, (option) => test.wx.getSetting(option))).result.authSetting).toMatchObject({
    'scope.record': false,
  });
});
