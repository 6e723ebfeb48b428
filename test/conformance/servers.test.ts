/** WeChat's own servers for a backend: code2Session, session keys, signatures. */
import {
  decryptUserData,
  encryptUserData,
  signRawData,
  signWithLogin,
} from '../../mock-server/wechat/crypto';
import { setUp } from './support/wechat';

test('code2Session returns openid and session_key, without errcode [community https://github.com/chkzack/keycloak-wechat-plugin]', async () => {
  const { exchange, login } = setUp();
  const body = await exchange(await login());
  expect(body).toMatchObject({ openid: expect.any(String), session_key: expect.any(String) });
  expect(body).not.toHaveProperty('errcode');
});

test('for an account of a bound mini-program code2Session returns the unionid at once [announcement 000cacfa20ce88df04cb468bc52801]', async () => {
  const { exchange, login, accounts } = setUp();
  const lin = accounts.find(({ id }) => id === 'lin');
  expect((await exchange(await login())).unionid).toBe(lin?.unionid);
});

test('an unknown code: 40029 [community https://github.com/chkzack/keycloak-wechat-plugin]', async () => {
  const { exchange } = setUp();
  expect(await exchange('nonsense')).toMatchObject({
    errcode: 40029,
    errmsg: expect.stringMatching(/^invalid code/),
  });
});

test('a used code: 40163 `code been used, rid: …` [community https://developers.weixin.qq.com/community/develop/doc/000e4a9bb844385d37ec5bcea51800]', async () => {
  const { exchange, login } = setUp();
  const code = await login();
  await exchange(code);
  expect(await exchange(code)).toEqual({
    errcode: 40163,
    errmsg: expect.stringMatching(/^code been used, rid: \w/),
  });
});

test('a high-risk account: 40226 [community https://github.com/chkzack/keycloak-wechat-plugin]', async () => {
  const { exchange, login, wechat } = setUp();
  wechat.block('lin');
  expect(await exchange(await login())).toMatchObject({ errcode: 40226 });
});

test('a wrong AppID: 40013 [page doc/oplatform/developers/errCode/errCode.html]', async () => {
  const { exchange, login } = setUp();
  expect(await exchange(await login(), { appid: 'wx2' })).toMatchObject({ errcode: 40013 });
});

test('a wrong secret: 40125 [page doc/oplatform/developers/errCode/errCode.html]', async () => {
  const { exchange, login } = setUp();
  expect(await exchange(await login(), { secret: 's2' })).toMatchObject({ errcode: 40125 });
});

test('WeChat busy: -1; too many exchanges of a code: 45011 [community https://github.com/chkzack/keycloak-wechat-plugin]', async () => {
  const { exchange, login, wechat } = setUp();
  for (const errcode of [-1, 45011]) {
    wechat.failCode2Session({ errcode, errmsg: 'x' });
    expect(await exchange(await login())).toMatchObject({ errcode });
  }
});

test('a user has one valid session key at a time [typings 24200; wx.checkSession]', async () => {
  const { sessionKey, clock, wechat } = setUp();
  const old = await sessionKey();
  await clock.advance(24 * 60 * 60_000);
  const young = await sessionKey();
  const data = await wechat.userData('lin', { anonymous: false, withCredentials: true, withIdentity: true });
  expect(data.signature).toBe(signRawData(data.rawData, young));
  expect(data.signature).not.toBe(signRawData(data.rawData, old));
});

test('after a login has replaced the key, data that was encrypted earlier cannot be decrypted with the new key [community https://github.com/tencentyun/wafer2-quickstart/issues/10]', async () => {
  const { sessionKey, clock, wechat } = setUp();
  await sessionKey();
  const data = await wechat.userData('lin', { anonymous: false, withCredentials: true, withIdentity: true });
  await clock.advance(24 * 60 * 60_000);
  const young = await sessionKey();
  const decrypted = () => JSON.parse(decryptUserData(data.encryptedData ?? '', young, data.iv ?? ''));
  expect(decrypted).toThrow();
});

test('the watermark contains AppID and time [page framework/open-ability/signature.html]', async () => {
  const { sessionKey, clock, wechat } = setUp();
  const key = await sessionKey();
  const data = await wechat.userData('lin', { anonymous: false, withCredentials: true, withIdentity: true });
  const plain = JSON.parse(decryptUserData(data.encryptedData ?? '', key, data.iv ?? ''));
  expect(plain.watermark).toEqual({ appid: 'wx1', timestamp: Math.floor(clock.now() / 1000) });
});

test('the published example of a signature is reproduced [page framework/open-ability/signature.html]', () => {
  const rawData =
    '{"nickName":"Band","gender":1,"language":"zh_CN","city":"Guangzhou","province":"Guangdong","country":"CN","avatarUrl":"http://wx.qlogo.cn/mmopen/vi_32/1vZvI39NWFQ9XM4LtQpFrQJ1xlgZxx3w7bQxKARol6503Iuswjjn6nIGBiaycAjAtpujxyzYsrztuuICqIM5ibXQ/0"}';
  expect(signRawData(rawData, 'HyVFkGl5F5OQWJZZaNzBBg==')).toBe('75e81ceda165f4ffa64f4068af58c64b8f54b88c');
});

test('a login signature is an HMAC keyed with the text of the session key, not with its bytes [page framework/open-ability/signature.html]', () => {
  expect(signWithLogin('{"foo":"bar"}', 'o0q0otL8aEzpcZL/FT9WsQ==')).toBe(
    '654571f79995b2ce1e149e53c0a33dc39c0a74090db514261454e8dbe432aa0b',
  );
});

test('user data is encrypted with AES-128-CBC and PKCS#7 [page framework/open-ability/signature.html]', () => {
  const [key, iv] = ['tiihtNczf5v6AKRyjwEUhQ==', 'r7BXXKkLb8qrSNn05n0qiA=='];
  const text = '{"nickName":"林"}';
  const encrypted = encryptUserData(text, key, iv);
  expect(Buffer.from(encrypted, 'base64').length % 16).toBe(0);
  expect(decryptUserData(encrypted, key, iv)).toBe(text);
});
