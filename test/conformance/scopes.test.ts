/** Scopes: getSetting, authorize, openSetting and its button. */
import { answerSheet, authorize, authSetting, phoneAt, testPhone } from './support/phone';

test('getSetting contains only scopes that were requested: a scope is absent, true or false [page api/open-api/setting/wx.getSetting.html]', async () => {
  const test = testPhone({ era: 'legacy' });
  expect(await authSetting(test)).toEqual({});
  await authorize(test, 'scope.record');
  await answerSheet(test, 'allow');
  await authorize(test, 'scope.camera');
  await answerSheet(test, 'deny');
  expect(await authSetting(test)).toEqual({ 'scope.record': true, 'scope.camera': false });
});

test('keys of authSetting begin with `scope.` [typings 745; AuthSetting]', async () => {
  const test = testPhone({ authSetting: { 'scope.record': true } });
  for (const key of Object.keys((await authSetting(test)) as object)) expect(key).toMatch(/^scope\./);
});

test('a scope that was never requested: a sheet asks [page framework/open-ability/authorize.html]', async () => {
  const test = testPhone();
  await authorize(test, 'scope.record');
  expect(test.phone.screen.get('authorize').scope).toBe('scope.record');
});

test('a granted scope: success without a sheet [typings 23854; wx.authorize]', async () => {
  const test = testPhone({ authSetting: { 'scope.record': true } });
  expect((await authorize(test, 'scope.record')).order).toEqual(['success', 'complete']);
  expect(test.phone.screen.items).toEqual([]);
});

test('a refused scope: fail at once, without a sheet [page framework/open-ability/authorize.html]', async () => {
  const test = testPhone({ authSetting: { 'scope.record': false } });
  expect((await authorize(test, 'scope.record')).order).toEqual(['fail', 'complete']);
  expect(test.phone.screen.items).toEqual([]);
});

test('a refusal has the text `auth deny` [community https://developers.weixin.qq.com/community/develop/doc/000ce45fdd4c20d18946978a351000]', async () => {
  const test = testPhone();
  const asked = await authorize(test, 'scope.record');
  await answerSheet(test, 'deny');
  expect(asked.result.errMsg).toBe('authorize:fail auth deny');
});

test('a refusal has errno 103 [community https://github.com/Alan1034/network-spanner]', async () => {
  const test = testPhone({ authSetting: { 'scope.record': false } });
  expect((await authorize(test, 'scope.record')).result.errno).toBe(103);
});

test('the user’s answer stays after the end of the process [page framework/open-ability/authorize.html]', async () => {
  const test = testPhone();
  await authorize(test, 'scope.record');
  await answerSheet(test, 'deny');
  test.phone.kill();
  expect((await authorize(test, 'scope.record')).order[0]).toBe('fail');
});

test('deleting the mini-program deletes every answer [page framework/open-ability/authorize.html]', async () => {
  const test = testPhone({ authSetting: { 'scope.record': false } });
  test.phone.uninstall();
  await authorize(test, 'scope.record');
  expect(test.phone.screen.find('authorize')).toBeDefined();
});

test('closing the sheet without a choice is not a refusal: the next call asks again [community https://pinguo-laihouxin.github.io]', async () => {
  const test = testPhone();
  const first = await authorize(test, 'scope.record');
  await answerSheet(test, 'dismiss');
  expect(first.result.errMsg).not.toMatch(/auth (deny|denied)/);
  expect(test.phone.authSetting).toEqual({});
  await authorize(test, 'scope.record');
  expect(test.phone.screen.find('authorize')).toBeDefined();
});

test('a closed sheet fails with errno 104 [community https://github.com/Alan1034/network-spanner]', async () => {
  const test = testPhone();
  const asked = await authorize(test, 'scope.record');
  await answerSheet(test, 'dismiss');
  expect(asked.result.errno).toBe(104);
});

test('a closed sheet has the text `auth canceled` [choice]', async () => {
  const test = testPhone();
  const asked = await authorize(test, 'scope.record');
  await answerSheet(test, 'dismiss');
  expect(asked.result.errMsg).toBe('authorize:fail auth canceled');
});

test('authorize exists from 1.2.0 on, openSetting from 1.1.0 on [typings 23850, 29622]', () => {
  expect([phoneAt('1.1.9').wx.authorize, phoneAt('1.0.9').wx.openSetting]).toEqual([undefined, undefined]);
  expect([typeof phoneAt('1.2.0').wx.authorize, typeof phoneAt('1.1.0').wx.openSetting]).toEqual([
    'function',
    'function',
  ]);
});

test('address, invoice and invoiceTitle no longer need consent: after a request they are true [typings 750, 756, 758; AuthSetting]', async () => {
  for (const scope of ['scope.address', 'scope.invoice', 'scope.invoiceTitle']) {
    const test = testPhone({ era: 'profile', authSetting: {} });
    expect((await authorize(test, scope)).order[0]).toBe('success');
    expect(test.phone.screen.items).toEqual([]);
    expect(await authSetting(test)).toHaveProperty([scope], true);
    const refusedLongAgo = testPhone({ era: 'profile', authSetting: { [scope]: false } });
    expect(await authSetting(refusedLongAgo)).toHaveProperty([scope], true);
  }
});

test('before era profile these three scopes ask like any other: the date of the change is unknown [choice]', async () => {
  const test = testPhone({ era: 'button' });
  await authorize(test, 'scope.address');
  expect(test.phone.screen.find('authorize')).toBeDefined();
});

test('the sheet shows the text of the scope and the reason in app.json [page reference/configuration/app.html]', async () => {
  const test = testPhone();
  test.phone.attach({
    config: { permission: { 'scope.userLocation': { desc: '用于推荐附近门店' } } },
    pages: () => [],
    navigate: async () => {},
  });
  await authorize(test, 'scope.userLocation');
  expect(test.phone.screen.get('authorize')).toMatchObject({
    title: '获取你的位置信息',
    desc: '用于推荐附近门店',
  });
});

test('two calls for one scope share one sheet [choice]', async () => {
  const test = testPhone();
  const asked = [await authorize(test, 'scope.record'), await authorize(test, 'scope.record')];
  expect(test.phone.screen.items).toHaveLength(1);
  await answerSheet(test, 'allow');
  expect(asked.map(({ order }) => order[0])).toEqual(['success', 'success']);
});

test('a scope that does not exist fails with `invalid scope` [choice]', async () => {
  expect((await authorize(testPhone(), 'scope.nonsense')).result.errMsg).toBe('authorize:fail invalid scope');
});
