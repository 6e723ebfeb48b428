/** wx.login and wx.checkSession with the simulated WeChat servers. */
import { decryptUserData, signRawData } from '../../mock-server/wechat/crypto';
import { ask, phoneAt, press, testPhone } from './support/phone';
import { MINUTE, setUp } from './support/wechat';

test('login returns a code [typings 7946; wx.login]', async () => {
  const test = testPhone();
  const { result } = await ask(test, (option) => test.wx.login(option));
  expect(result).toEqual({ code: expect.stringMatching(/./), errMsg: 'login:ok' });
});

test('login needs no tap [page framework/view/tap.html]', async () => {
  const test = testPhone();
  expect((await ask(test, (option) => test.wx.login(option))).order[0]).toBe('success');
});

test('a code is valid for five minutes [typings 7946; wx.login]', async () => {
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

test('codes of several logins are all valid: a later code does not replace an earlier one [community https://github.com/IvinWu/weRequest/issues/36]', async () => {
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

test('the minimum period is five minutes, and a key expires after three days without use: WeChat documents no values [choice]', async () => {
  const { sessionKey, clock } = setUp();
  const first = await sessionKey();
  await clock.advance(5 * MINUTE - 1);
  expect(await sessionKey()).toBe(first);
  await clock.advance(1);
  expect(await sessionKey()).not.toBe(first);
});

/** Calls getUserInfo with credentials. The user agreed in an earlier run. */
function signedData({ test }: ReturnType<typeof setUp>) {
  return ask(test, (option) => test.wx.getUserInfo({ withCredentials: true, ...option }));
}

const CONSENT = {
  authSetting: { 'scope.userInfo': true },
  privacy: { needAuthorization: false },
} as const;

test('the session key exists as soon as login has answered: getUserInfo and its button sign and encrypt with it [typings 6624; wx.getUserInfo]', async () => {
  for (const era of ['legacy', 'button', 'profile', 'fill'] as const) {
    const around = setUp({ era, ...CONSENT });
    expect((await signedData(around)).order[0]).toBe('fail');
    const code = await around.login();
    const details = [
      (await signedData(around)).result,
      (await press(around.test, 'getUserInfo'))[0]?.detail ?? {},
    ];
    const { session_key = '' } = await around.exchange(code);
    for (const { rawData, signature, encryptedData, iv } of details) {
      expect(signature).toBe(signRawData(String(rawData), session_key));
      const plain = JSON.parse(decryptUserData(String(encryptedData), session_key, String(iv)));
      expect(plain).toMatchObject(JSON.parse(String(rawData)));
    }
  }
});

test('checkSession succeeds as soon as login has answered, and fails before the first login [typings 24204; wx.checkSession]', async () => {
  const { test, login } = setUp();
  const check = async () => (await ask(test, (option) => test.wx.checkSession(option))).order[0];
  expect(await check()).toBe('fail');
  await login();
  expect(await check()).toBe('success');
});

test('logins within the minimum period share the key: the key of either code decrypts data of that period [page framework/open-ability/signature.html]', async () => {
  const around = setUp({ era: 'button', ...CONSENT });
  const codes = [await around.login()];
  const { result } = await signedData(around);
  codes.push(await around.login());
  for (const code of codes) {
    const { session_key = '' } = await around.exchange(code);
    expect(result.signature).toBe(signRawData(String(result.rawData), session_key));
  }
});

test('a login that replaces the key does so at once, even if its code is not exchanged: earlier data can no longer be decrypted [typings 24202; wx.checkSession]', async () => {
  const around = setUp({ era: 'button', ...CONSENT });
  await around.login();
  await around.clock.advance(MINUTE);
  const early = await around.login();
  const { result } = await signedData(around);
  await around.clock.advance(4.5 * MINUTE);
  await around.login();
  const { session_key = '' } = await around.exchange(early);
  expect(() => decryptUserData(String(result.encryptedData), session_key, String(result.iv))).toThrow();
});

test('the code of an earlier login returns the key of the latest login [choice]', async () => {
  const { login, exchange, clock } = setUp();
  await login();
  await clock.advance(MINUTE);
  const early = await login();
  await clock.advance(4.5 * MINUTE);
  const late = await login();
  const { session_key } = await exchange(early);
  expect(session_key).toBe((await exchange(late)).session_key);
});

test('if the key expires between login and exchange, code2Session creates a new one, which does not fit earlier signatures [choice]', async () => {
  const around = setUp({ era: 'button', ...CONSENT });
  const code = await around.login();
  const { result } = await signedData(around);
  around.wechat.expireSessionKey('lin');
  expect((await signedData(around)).order[0]).toBe('fail');
  const { session_key = '' } = await around.exchange(code);
  expect(result.signature).not.toBe(signRawData(String(result.rawData), session_key));
  expect((await signedData(around)).result.signature).toBe(signRawData(String(result.rawData), session_key));
});

test('the timeout option of login has an effect from 1.9.90 on [typings 7940; wx.login]', async () => {
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

test('a login that times out fails with errno 5 [community https://github.com/Alan1034/network-spanner]', async () => {
  const test = testPhone();
  test.wechat.issueCode = async () => {
    await test.clock.sleep(Number.POSITIVE_INFINITY);
    return 'never';
  };
  const { result } = await ask(test, (option) => test.wx.login({ timeout: 1000, ...option }));
  expect(result.errno).toBe(5);
});

test('offline, a call that needs WeChat’s servers fails with errno 108 [community https://github.com/Alan1034/network-spanner]', async () => {
  const test = testPhone({ online: false });
  const failures = [
    await ask(test, (option) => test.wx.login(option)),
    await ask(test, (option) => test.wx.checkSession(option)),
  ];
  for (const { result } of failures) {
    expect(result).toMatchObject({ errMsg: expect.stringMatching(/:fail /), errno: 108 });
  }
});

test('checkSession succeeds while the session key of the last code is valid [typings 24204; wx.checkSession]', async () => {
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

test('a session key that is used stays valid; an unused one expires [typings 24202; wx.checkSession]', async () => {
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

test('checkSession does not check the session of the backend [community https://github.com/tencentyun/wafer2-startup/issues/80]', async () => {
  const { test, sessionKey } = setUp({ storage: { session: 'expired on the server long ago' } });
  await sessionKey();
  expect((await ask(test, (option) => test.wx.checkSession(option))).order[0]).toBe('success');
});

test('the text of a failed checkSession varies; the phone uses the one with -13001 [choice]', async () => {
  const test = testPhone();
  test.wechat.fresh = false;
  const { result } = await ask(test, (option) => test.wx.checkSession(option));
  expect(result.errMsg).toMatch(/^checkSession:fail .*-13001/);
});
