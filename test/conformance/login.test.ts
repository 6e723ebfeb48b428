/** wx.login and wx.checkSession, on WeChat's own servers. */
import { ask, phoneAt, testPhone } from './support/phone';
import { MINUTE, setUp } from './support/wechat';

test('login gives a code [typings 7946; wx.login]', async () => {
  const test = testPhone();
  const { result } = await ask(test, (option) => test.wx.login(option));
  expect(result).toEqual({ code: expect.stringMatching(/./), errMsg: 'login:ok' });
});

test('login needs no tap [page framework/view/tap.html]', async () => {
  const test = testPhone();
  expect((await ask(test, (option) => test.wx.login(option))).order[0]).toBe('success');
});

test('a code is good for five minutes [typings 7946; wx.login]', async () => {
  const { exchange, login, clock } = setUp();
  const [young, old] = [await login(), await login()];
  await clock.advance(5 * MINUTE - 1);
  expect(await exchange(young)).toHaveProperty('openid');
  await clock.advance(1);
  expect(await exchange(old)).toMatchObject({ errcode: 40029 });
});

test('a code can be used once [community https://developers.weixin.qq.com/community/develop/doc/000e4a9bb844385d37ec5bcea51800]', async () => {
  const { exchange, login } = setUp();
  const code = await login();
  expect(await exchange(code)).toHaveProperty('openid');
  expect(await exchange(code)).not.toHaveProperty('openid');
});

test('codes of several logins are all good: a later one does not replace an earlier one [community https://github.com/IvinWu/weRequest/issues/36]', async () => {
  const { exchange, login } = setUp();
  const codes = [await login(), await login(), await login()];
  for (const code of codes) expect(await exchange(code)).toHaveProperty('openid');
});

test('login can replace the session key, but not within a minimum period [community https://developers.weixin.qq.com/community/develop/doc/0004e0a9eeceb005adba25e7f5bc00]', async () => {
  const { sessionKey, clock } = setUp();
  const first = await sessionKey();
  expect(await sessionKey()).toBe(first);
  await clock.advance(24 * 60 * MINUTE);
  expect(await sessionKey()).not.toBe(first);
});

test('the minimum period is an hour, a key unused for three days expires: WeChat names no figures [choice]', async () => {
  const { sessionKey, clock } = setUp();
  const first = await sessionKey();
  await clock.advance(60 * MINUTE - 1);
  expect(await sessionKey()).toBe(first);
  await clock.advance(1);
  expect(await sessionKey()).not.toBe(first);
});

test('the timeout option of login counts from 1.9.90 on [typings 7940; wx.login]', async () => {
  const hang = async (sdkVersion: string) => {
    const test = phoneAt(sdkVersion);
    test.wechat.issueCode = async () => {
      await test.clock.sleep(5000);
      return 'late';
    };
    return (await ask(test, (option) => test.wx.login({ timeout: 1000, ...option }))).result;
  };
  expect((await hang('1.9.90')).errMsg).toBe('login:fail timeout');
  expect((await hang('1.9.89')).code).toBe('late');
});

test('a login that times out has errno 5 [community https://github.com/Alan1034/network-spanner]', async () => {
  const test = testPhone();
  test.wechat.issueCode = async () => {
    await test.clock.sleep(Number.POSITIVE_INFINITY);
    return 'never';
  };
  const { result } = await ask(test, (option) => test.wx.login({ timeout: 1000, ...option }));
  expect(result.errno).toBe(5);
});

test('offline, what asks WeChat’s servers fails with errno 108 [community https://github.com/Alan1034/network-spanner]', async () => {
  const test = testPhone({ online: false });
  const failures = [
    await ask(test, (option) => test.wx.login(option)),
    await ask(test, (option) => test.wx.checkSession(option)),
  ];
  for (const { result } of failures) {
    expect(result).toMatchObject({ errMsg: expect.stringMatching(/:fail /), errno: 108 });
  }
});

test('checkSession succeeds while the session key of the last code is good [typings 24204; wx.checkSession]', async () => {
  const { test, sessionKey } = setUp();
  await sessionKey();
  expect((await ask(test, (option) => test.wx.checkSession(option))).result.errMsg).toBe('checkSession:ok');
});

test('checkSession fails once the session key has expired [typings 24204; wx.checkSession]', async () => {
  const { test, sessionKey, wechat } = setUp();
  await sessionKey();
  wechat.expireSessionKey('lin');
  expect((await ask(test, (option) => test.wx.checkSession(option))).order).toEqual(['fail', 'complete']);
});

test('a session key lives on while it is used, and expires when it is not [typings 24202; wx.checkSession]', async () => {
  const { test, sessionKey, clock } = setUp();
  const check = async () => (await ask(test, (option) => test.wx.checkSession(option))).order[0];
  await sessionKey();
  for (let day = 0; day < 6; day += 1) {
    await clock.advance(24 * 60 * MINUTE);
    expect(await check()).toBe('success');
  }
  await clock.advance(30 * 24 * 60 * MINUTE);
  expect(await check()).toBe('fail');
});

test('checkSession says nothing about a session of one’s own: it does not know it [community https://github.com/tencentyun/wafer2-startup/issues/80]', async () => {
  const { test, sessionKey } = setUp({ storage: { session: 'expired on the server long ago' } });
  await sessionKey();
  expect((await ask(test, (option) => test.wx.checkSession(option))).order[0]).toBe('success');
});

test('the text of a failed checkSession varies; the phone gives the one with -13001 [choice]', async () => {
  const test = testPhone();
  test.wechat.fresh = false;
  const { result } = await ask(test, (option) => test.wx.checkSession(option));
  expect(result.errMsg).toMatch(/^checkSession:fail .*-13001/);
});
