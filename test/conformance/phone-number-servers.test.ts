/** The phone number on WeChat's servers: access tokens, and the exchange of a code for a number. */
import { answerWechatApi } from '../../mock-server/wechat/api';
import { MINUTE, setUp } from './support/wechat';

const SECOND = 1000;
const HOUR = 60 * MINUTE;

const ASKED = { appid: 'wx1', secret: 's1', grant_type: 'client_credential' };

/** WeChat's servers, and functions that call their addresses as a backend does. */
function servers() {
  const world = setUp();
  const { wechat } = world;
  const at = (path: string) => new URL(`https://api.weixin.qq.com${path}`);
  const get = (path: string, query = {}) => {
    const url = at(path);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    return answerWechatApi('GET', url, '', wechat) as Promise<Record<string, unknown>>;
  };
  const post = (path: string, body: unknown) =>
    answerWechatApi(
      'POST',
      at(path),
      typeof body === 'string' ? body : JSON.stringify(body),
      wechat,
    ) as Promise<Record<string, unknown>>;
  const token = async (changes = {}) => get('/cgi-bin/token', { ...ASKED, ...changes });
  const stable = async (changes = {}) => post('/cgi-bin/stable_token', { ...ASKED, ...changes });
  const number = (accessToken: unknown, body: unknown) =>
    post(`/wxa/business/getuserphonenumber?access_token=${accessToken}`, body);
  const code = async (account = 'lin') => {
    const [first] = await wechat.phoneNumbersOf(account);
    if (!first) throw new Error('no number');
    return (await wechat.grantPhoneNumber(account, first)).code;
  };
  /** The errcode of the exchange of a valid code with this access token. */
  const worth = async (accessToken: unknown) => (await number(accessToken, { code: await code() })).errcode;
  return { ...world, get, post, token, stable, number, code, worth };
}

test('cgi-bin/token returns access_token and expires_in 7200, without errcode [page server/API/mp-access-token/api_getaccesstoken]', async () => {
  const { token } = servers();
  expect(await token()).toEqual({ access_token: expect.any(String), expires_in: 7200 });
});

test('a new token replaces the earlier one, which stays valid for five more minutes [community https://www.cnblogs.com/AtlasLapetos/p/18640884]', async () => {
  const { token, worth, clock } = servers();
  const { access_token: old } = await token();
  const { access_token: young } = await token();
  expect(young).not.toBe(old);
  expect([await worth(old), await worth(young)]).toEqual([0, 0]);
  await clock.advance(5 * MINUTE);
  expect([await worth(old), await worth(young)]).toEqual([42001, 0]);
});

test('stable_token returns the same token until five minutes before its end; then the old and the new token are both valid [community https://www.cnblogs.com/AtlasLapetos/p/18640885]', async () => {
  const { stable, worth, clock } = servers();
  const first = await stable();
  await clock.advance(HOUR);
  expect(await stable()).toEqual({ access_token: first.access_token, expires_in: 3600 });
  await clock.advance(HOUR - 5 * MINUTE);
  const second = await stable();
  expect(second.access_token).not.toBe(first.access_token);
  expect([await worth(first.access_token), await worth(second.access_token)]).toEqual([0, 0]);
  await clock.advance(5 * MINUTE);
  expect(await worth(first.access_token)).toBe(42001);
});

test('force_refresh ends the last stable token at once; repeated within 30 seconds it has no effect [community https://www.cnblogs.com/AtlasLapetos/p/18640885]', async () => {
  const { stable, worth, clock } = servers();
  const { access_token: first } = await stable();
  const { access_token: second } = await stable({ force_refresh: true });
  expect([await worth(first), await worth(second)]).toEqual([40001, 0]);
  expect((await stable({ force_refresh: true })).access_token).toBe(second);
  await clock.advance(30 * SECOND);
  expect((await stable({ force_refresh: true })).access_token).not.toBe(second);
});

test('the tokens of token and stable_token are independent [page doc/service/api/base/api_getstableaccesstoken]', async () => {
  const { token, stable, worth, clock } = servers();
  const { access_token: plain } = await token();
  const { access_token: steady } = await stable({ force_refresh: true });
  await clock.advance(6 * MINUTE);
  expect([await worth(plain), await worth(steady)]).toEqual([0, 0]);
});

test('a token for a wrong AppID: 40013; secret: 40125; grant_type: 40002; none: 41002, 41004 [page doc/oplatform/developers/errCode/errCode.html]', async () => {
  const { token, stable } = servers();
  const wrong = [
    { appid: 'wx2' },
    { secret: 's2' },
    { grant_type: 'authorization_code' },
    { appid: '' },
    { secret: '' },
  ];
  for (const ask of [token, stable]) {
    const codes = [];
    for (const changes of wrong) codes.push((await ask(changes)).errcode);
    expect(codes).toEqual([40013, 40125, 40002, 41002, 41004]);
  }
});

test('stable_token and getuserphonenumber accept only POST with JSON: 43002, 44002, 47001; token accepts only GET: 43001 [page doc/oplatform/developers/errCode/errCode.html]', async () => {
  const { get, post, number, token } = servers();
  const { access_token: good } = await token();
  expect(await get('/cgi-bin/stable_token', ASKED)).toMatchObject({ errcode: 43002 });
  expect(await post('/cgi-bin/token', ASKED)).toMatchObject({ errcode: 43001 });
  for (const [body, errcode] of [
    ['', 44002],
    ['code=1', 47001],
    ['[]', 47001],
    ['null', 47001],
  ] as const) {
    expect([body, await post('/cgi-bin/stable_token', body)]).toMatchObject([body, { errcode }]);
    expect([body, await number(good, body)]).toMatchObject([body, { errcode }]);
  }
});

test('getuserphonenumber returns phone_info with a watermark: the AppID, and the time when the user gave the number [page server/API/user-info/phone-number/api_getphonenumber]', async () => {
  const { token, number, code, clock } = servers();
  const given = await code();
  const timestamp = Math.floor(clock.now() / 1000);
  await clock.advance(MINUTE);
  expect(await number((await token()).access_token, { code: given })).toEqual({
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: '13800000000',
      purePhoneNumber: '13800000000',
      countryCode: '86',
      watermark: { timestamp, appid: 'wx1' },
    },
  });
});

test('a foreign number has its country code in phoneNumber, not in purePhoneNumber [page server/API/user-info/phone-number/api_getphonenumber]', async () => {
  const { token, number, wechat } = servers();
  const [, foreign] = await wechat.phoneNumbersOf('chen');
  if (!foreign) throw new Error('chen has two numbers');
  const { code } = await wechat.grantPhoneNumber('chen', foreign);
  const { phone_info: info } = await number((await token()).access_token, { code });
  expect(info).toMatchObject({ purePhoneNumber: '51112222', countryCode: '852' });
  expect((info as Record<string, unknown>).phoneNumber).toMatch(/852.*51112222$/);
});

test('a code can be used once, within five minutes; after that 40029, as for an unknown code [community https://developers.weixin.qq.com/community/develop/doc/000a68e8c3cfc8b3e6b09b87362800]', async () => {
  const { token, number, code, clock } = servers();
  const { access_token: good } = await token();
  const [used, late, last] = [await code(), await code(), await code()];
  const errcode = async (one: string) => (await number(good, { code: one })).errcode;
  expect([await errcode(used), await errcode(used)]).toEqual([0, 40029]);
  await clock.advance(5 * MINUTE - 1);
  expect(await errcode(last)).toBe(0);
  await clock.advance(1);
  expect([await errcode(late), await errcode('nonsense'), await errcode('')]).toEqual([40029, 40029, 40029]);
});

test('a code of wx.login is not a code for the phone number, and the reverse: 40029 [community https://www.cnblogs.com/softidea/p/17101459.html]', async () => {
  const { token, number, code, login, exchange } = servers();
  const { access_token: good } = await token();
  expect(await number(good, { code: await login() })).toMatchObject({ errcode: 40029 });
  expect(await exchange(await code())).toMatchObject({ errcode: 40029 });
});

test('with openid the code must belong to that user [page server/API/user-info/phone-number/api_getphonenumber]', async () => {
  const { token, number, code, accounts } = servers();
  const { access_token: good } = await token();
  const openidOf = (who: string) => accounts.find(({ id }) => id === who)?.openid;
  expect(await number(good, { code: await code(), openid: openidOf('lin') })).toMatchObject({ errcode: 0 });
  expect(await number(good, { code: await code(), openid: openidOf('chen') })).toMatchObject({
    errcode: 40003,
  });
});

test('no token: 41001; an unknown or ended token: 40001 [page doc/oplatform/developers/errCode/errCode.html]', async () => {
  const { token, worth, wechat } = servers();
  expect([await worth(''), await worth('nonsense')]).toEqual([41001, 40001]);
  const { access_token: good } = await token();
  wechat.endAccessTokens();
  expect(await worth(good)).toBe(40001);
});

test('WeChat busy: -1; too many requests for numbers: 45011 [page server/API/user-info/phone-number/api_getphonenumber]', async () => {
  const { token, worth, wechat } = servers();
  const { access_token: good } = await token();
  for (const errcode of [-1, 45011]) {
    wechat.failPhoneNumber({ errcode, errmsg: 'x' });
    expect(await worth(good)).toBe(errcode);
  }
  wechat.failPhoneNumber(null);
  expect(await worth(good)).toBe(0);
});
