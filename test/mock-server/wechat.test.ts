/** The simulated WeChat servers: codes, session keys, user data. */
import { ANONYMOUS_AVATAR, testAccounts } from '../../mock-server/wechat/accounts';
import { CODE_LIFE_MS, DEVTOOLS_CODE } from '../../mock-server/wechat/codes';
import { decryptUserData, signRawData } from '../../mock-server/wechat/crypto';
import { createWechat } from '../../mock-server/wechat/server';
import { SESSION_KEY_LIFE_MS, SESSION_KEY_REFRESH_MS } from '../../mock-server/wechat/session-keys';
import { createFakeClock } from './fake-clock';

const accounts = testAccounts('https://img.test');
const lin = accounts[0];
const everything = { anonymous: false, withCredentials: true, withIdentity: true };

function setUp() {
  const clock = createFakeClock();
  const wechat = createWechat({ clock, appid: 'wx1', secret: 's1', accounts });
  const exchange = (js_code: string, changes = {}) =>
    wechat.code2Session({
      appid: 'wx1',
      secret: 's1',
      js_code,
      grant_type: 'authorization_code',
      ...changes,
    });
  const keyOf = async (id: string) => (await exchange(await wechat.issueCode(id))).session_key ?? '';
  return { clock, wechat, exchange, keyOf };
}

describe('codes', () => {
  test('have the form of codes, and are unique', async () => {
    const { wechat } = setUp();
    const codes = await Promise.all(Array.from({ length: 200 }, () => wechat.issueCode('lin')));
    for (const code of codes) expect(code).toMatch(/^0[0-9A-Za-z]{31}$/);
    expect(new Set(codes).size).toBe(200);
  });

  test('several codes of one user are valid at once; each can be used once, in any order', async () => {
    const { wechat, exchange } = setUp();
    const codes = [
      await wechat.issueCode('lin'),
      await wechat.issueCode('lin'),
      await wechat.issueCode('chen'),
    ];
    const openids = [];
    for (const code of codes.toReversed()) openids.push((await exchange(code)).openid);
    expect(openids).toEqual([accounts[1]?.openid, lin?.openid, lin?.openid]);
    for (const code of codes) expect(await exchange(code)).toMatchObject({ errcode: 40163 });
  });

  test('a refused exchange does not use up the code', async () => {
    const { wechat, exchange } = setUp();
    const code = await wechat.issueCode('lin');
    expect(await exchange(code, { appid: 'wx2' })).toMatchObject({ errcode: 40013 });
    expect(await exchange(code, { secret: 's2' })).toMatchObject({ errcode: 40125 });
    expect(await exchange(code, { grant_type: 'password' })).toMatchObject({ errcode: 40002 });
    expect(await exchange('')).toMatchObject({ errcode: 41008 });
    expect((await exchange(code)).errcode).toBeUndefined();
  });

  test("errmsg is WeChat's text with the id of the request", async () => {
    const { exchange } = setUp();
    const { errmsg } = await exchange('unknown');
    expect(errmsg).toMatch(/^invalid code, rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/);
  });

  test('a high-risk user gets no session', async () => {
    const { wechat, exchange } = setUp();
    expect(await exchange(await wechat.issueCode('risky'))).toMatchObject({ errcode: 40226 });
    wechat.block('lin');
    const body = await exchange(await wechat.issueCode('lin'));
    expect(Object.keys(body).sort()).toEqual(['errcode', 'errmsg']);
    wechat.unblock('lin');
    expect(await exchange(await wechat.issueCode('lin'))).toMatchObject({ openid: lin?.openid });
  });

  test('foreign codes can be allowed: each once, the constant one of DevTools always', async () => {
    const { wechat, exchange, clock } = setUp();
    expect(await exchange('from-devtools')).toMatchObject({ errcode: 40029 });
    wechat.acceptForeignCodesAs('chen');
    expect(await exchange('from-devtools')).toMatchObject({ openid: accounts[1]?.openid });
    expect(await exchange('from-devtools')).toMatchObject({ errcode: 40163 });
    for (let i = 0; i < 3; i += 1) {
      expect(await exchange(DEVTOOLS_CODE)).toMatchObject({ openid: accounts[1]?.openid });
    }
    const own = await wechat.issueCode('lin');
    clock.advance(3 * CODE_LIFE_MS);
    await wechat.issueCode('lin');
    expect(await exchange(own)).toMatchObject({ errcode: 40029 });
    wechat.acceptForeignCodesAs(null);
    expect(await exchange(DEVTOOLS_CODE)).toMatchObject({ errcode: 40029 });
  });
});

describe('session keys', () => {
  test('16 random bytes, one key per user, kept by an early second login', async () => {
    const { keyOf, clock } = setUp();
    const key = await keyOf('lin');
    expect(Buffer.from(key, 'base64')).toHaveLength(16);
    expect(await keyOf('chen')).not.toBe(key);
    clock.advance(SESSION_KEY_REFRESH_MS - 1);
    expect(await keyOf('lin')).toBe(key);
  });

  test('a later login rotates it', async () => {
    const { keyOf, clock } = setUp();
    const key = await keyOf('lin');
    clock.advance(SESSION_KEY_REFRESH_MS);
    expect(await keyOf('lin')).not.toBe(key);
  });

  test('valid from the first login until it is unused for its lifetime', async () => {
    const { wechat, clock } = setUp();
    expect(await wechat.isSessionFresh('lin')).toBe(false);
    await wechat.issueCode('lin');
    expect(await wechat.isSessionFresh('lin')).toBe(true);
    clock.advance(SESSION_KEY_LIFE_MS - 1);
    expect(await wechat.isSessionFresh('lin')).toBe(true);
    clock.advance(SESSION_KEY_LIFE_MS - 1);
    expect(await wechat.isSessionFresh('lin')).toBe(true);
    clock.advance(SESSION_KEY_LIFE_MS);
    expect(await wechat.isSessionFresh('lin')).toBe(false);
  });

  test('a foreign code counts as a login when it is exchanged', async () => {
    const { wechat, exchange, clock } = setUp();
    wechat.acceptForeignCodesAs('lin');
    const { session_key: first } = await exchange('from DevTools');
    expect(await wechat.isSessionFresh('lin')).toBe(true);
    clock.advance(SESSION_KEY_REFRESH_MS);
    const { session_key: second } = await exchange('from DevTools, later');
    expect(second).not.toBe(first);
  });

  test('expires on command, and the next login creates another', async () => {
    const { wechat, keyOf } = setUp();
    const key = await keyOf('lin');
    wechat.expireSessionKey('lin');
    expect(await wechat.isSessionFresh('lin')).toBe(false);
    expect(await keyOf('lin')).not.toBe(key);
    expect(await wechat.isSessionFresh('lin')).toBe(true);
  });
});

describe('user data', () => {
  test('signed and encrypted with the current key, with a watermark', async () => {
    const { wechat, keyOf, clock } = setUp();
    const key = await keyOf('lin');
    const data = await wechat.userData('lin', everything);
    expect(data.userInfo).toEqual(lin?.profile);
    expect(JSON.parse(data.rawData)).toEqual(data.userInfo);
    expect(data.signature).toBe(signRawData(data.rawData, key));
    const plain = JSON.parse(decryptUserData(data.encryptedData ?? '', key, data.iv ?? ''));
    expect(plain).toEqual({
      ...lin?.profile,
      openId: lin?.openid,
      unionId: lin?.unionid,
      watermark: { timestamp: Math.floor(clock.now() / 1000), appid: 'wx1' },
    });
  });

  test('getUserProfile: the encrypted part has no openId and no name', async () => {
    const { wechat, keyOf } = setUp();
    const key = await keyOf('lin');
    const data = await wechat.userData('lin', { ...everything, withIdentity: false });
    const plain = JSON.parse(decryptUserData(data.encryptedData ?? '', key, data.iv ?? ''));
    expect(Object.keys(plain)).not.toEqual(expect.arrayContaining(['openId']));
    expect(Object.keys(plain)).not.toEqual(expect.arrayContaining(['unionId']));
  });

  test('without credentials: plain data only, and no login needed', async () => {
    const { wechat } = setUp();
    const data = await wechat.userData('lin', { ...everything, withCredentials: false });
    expect(Object.keys(data).sort()).toEqual(['rawData', 'userInfo']);
  });

  test('anonymous: 微信用户 with the grey avatar, also in the encrypted data, but with the real identity', async () => {
    const { wechat, keyOf } = setUp();
    const key = await keyOf('lin');
    const data = await wechat.userData('lin', { ...everything, anonymous: true });
    const anonymous = { nickName: '微信用户', avatarUrl: ANONYMOUS_AVATAR, gender: 0, city: '' };
    expect(data.userInfo).toMatchObject(anonymous);
    const plain = JSON.parse(decryptUserData(data.encryptedData ?? '', key, data.iv ?? ''));
    expect(plain).toMatchObject({ ...anonymous, openId: lin?.openid });
  });

  test('with credentials and without a valid key the error asks for a login first', async () => {
    const { wechat, keyOf } = setUp();
    await expect(wechat.userData('lin', everything)).rejects.toThrow('call wx.login first');
    await keyOf('lin');
    wechat.expireSessionKey('lin');
    await expect(wechat.userData('lin', everything)).rejects.toThrow('call wx.login first');
  });
});

test('an unknown account is an error that lists the known ones', async () => {
  const { wechat } = setUp();
  await expect(wechat.issueCode('unknown')).rejects.toThrow(/No WeChat account "unknown".*lin, chen/);
});

test('ids, openids and unionids are unique and have the right form', () => {
  const openids = accounts.map(({ openid }) => openid);
  expect(new Set(openids).size).toBe(accounts.length);
  expect(new Set(accounts.map(({ id }) => id)).size).toBe(accounts.length);
  const unionids = accounts.flatMap(({ unionid }) => unionid ?? []);
  for (const id of [...openids, ...unionids]) expect(id).toMatch(/^o[\w-]{27}$/);
});
