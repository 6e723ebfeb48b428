/** bindphone, userinfo and logout, JSON bodies, the session in a header, refused words: through every door. */
import type { OpenDoor } from './door';
import { everyDoor, logIn, save } from './doors';

const MINUTE = 60_000;

const json = (fields: object, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(fields),
});

const bearer = (session: string) => ({ authorization: `Bearer ${session}` });

describe.each(everyDoor)('%s', (_name, how) => {
  let door: OpenDoor;
  beforeEach(async () => {
    door = await how.open();
  });
  afterEach(() => door.close());

  /** A code for the account's phone number with this index. */
  async function phoneCode(account = 'lin', place = 0): Promise<string> {
    const { wechat } = door.world;
    const number = (await wechat.phoneNumbersOf(account))[place];
    if (!number) throw new Error(`${account} has no number ${place}`);
    return (await wechat.grantPhoneNumber(account, number)).code;
  }
  const bind = (fields: Record<string, string>) =>
    door.ask('/api/index/bindphone', { method: 'POST', body: new URLSearchParams(fields) });
  const userInfo = async (session: string) =>
    (await (await door.ask(`/api/index/userinfo?rd3_session=${session}`)).json()) as Record<string, unknown>;

  describe('bindphone', () => {
    test('a code is exchanged for the bound number; clients get it with its middle digits masked', async () => {
      const session = await logIn(door);
      expect(await userInfo(session)).toEqual({ code: 1, msg: 'ok', user_info: null, phone: null });
      const answer = await bind({ rd3_session: session, code: await phoneCode() });
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual({ code: 1, msg: 'ok', phone: '138****0000' });
      expect(await userInfo(session)).toMatchObject({ user_info: null, phone: '138****0000' });
    });

    test('saving a profile keeps the number, and another number replaces it', async () => {
      const session = await logIn(door, 'chen');
      await bind({ rd3_session: session, code: await phoneCode('chen') });
      await save(door, { rd3_session: session, info_json: '{"nickName":"陈远"}' });
      expect(await userInfo(session)).toMatchObject({
        user_info: { nickName: '陈远' },
        phone: '139****1111',
      });
      await bind({ rd3_session: session, code: await phoneCode('chen', 1) });
      const again = await logIn(door, 'chen');
      expect(await userInfo(again)).toMatchObject({
        user_info: { nickName: '陈远' },
        phone: '+852 511****2',
      });
    });

    test.each([
      ['used', 40029],
      ['expired', 40029],
      ['of wx.login', 40029],
      ['of another person', 40003],
    ])('a code %s: 400 with errcode %i', async (what, errcode) => {
      const session = await logIn(door);
      let code = await phoneCode(what === 'of another person' ? 'chen' : 'lin');
      if (what === 'used') await bind({ rd3_session: session, code });
      if (what === 'expired') await door.clock.advance(5 * MINUTE);
      if (what === 'of wx.login') code = await door.world.wechat.issueCode('lin');
      const answer = await bind({ rd3_session: session, code });
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ code: 0, errcode, msg: expect.stringMatching(/^code: /) });
    });

    test('no code: 400; no session: 400; unknown session: 401, and the code stays valid', async () => {
      const session = await logIn(door);
      const code = await phoneCode();
      expect(await (await bind({ rd3_session: session })).json()).toEqual({ code: 0, msg: 'code: missing' });
      expect(await (await bind({ code })).json()).toEqual({ code: 0, msg: 'rd3_session: missing' });
      expect((await bind({ rd3_session: 'x'.repeat(32), code })).status).toBe(401);
      expect((await bind({ rd3_session: session, code })).status).toBe(200);
    });

    test.each([
      [45011, 429],
      [-1, 502],
      [48001, 502],
      [99999, 502],
    ])('WeChat answers %i: %i', async (errcode, status) => {
      const session = await logIn(door);
      door.world.wechat.failPhoneNumber({ errcode, errmsg: 'x' });
      const answer = await bind({ rd3_session: session, code: await phoneCode() });
      expect([answer.status, await answer.json()]).toMatchObject([status, { errcode }]);
    });

    test('an expired access token is replaced without an error for the user', async () => {
      const session = await logIn(door);
      await bind({ rd3_session: session, code: await phoneCode() });
      door.world.wechat.endAccessTokens();
      expect((await bind({ rd3_session: session, code: await phoneCode() })).status).toBe(200);
    });
  });

  describe('logout', () => {
    const logout = (fields: Record<string, string>) =>
      door.ask('/api/index/logout', { method: 'POST', body: new URLSearchParams(fields) });

    test('ends only this session; a second logout is allowed', async () => {
      const [mine, other] = [await logIn(door), await logIn(door)];
      const answer = await logout({ rd3_session: mine });
      expect([answer.status, await answer.json()]).toEqual([200, { code: 1, msg: 'ok' }]);
      const check = async (session: string) =>
        (await door.ask(`/api/index/check_3rdsession?rd3_session=${session}`)).json();
      expect([await check(mine), await check(other)]).toEqual([false, true]);
      expect((await logout({ rd3_session: mine })).status).toBe(200);
      expect((await logout({})).status).toBe(400);
    });
  });

  describe('the session in a header, and JSON', () => {
    test('Authorization: Bearer works at every endpoint that needs a session', async () => {
      const session = await logIn(door);
      const headers = bearer(session);
      expect(await (await door.ask('/api/index/check_3rdsession', { headers })).json()).toBe(true);
      const saved = await door.ask(
        '/api/index/setuserinfo',
        json({ info_json: { nickName: '小满' } }, headers),
      );
      expect([saved.status, await saved.json()]).toMatchObject([200, { user_info: { nickName: '小满' } }]);
      const bound = await door.ask('/api/index/bindphone', json({ code: await phoneCode() }, headers));
      expect(bound.status).toBe(200);
      expect(await (await door.ask('/api/index/userinfo', { headers })).json()).toMatchObject({
        user_info: { nickName: '小满' },
        phone: '138****0000',
      });
      expect((await door.ask('/api/index/logout', { method: 'POST', headers })).status).toBe(200);
      expect((await door.ask('/api/index/userinfo', { headers })).status).toBe(401);
    });

    test('a header that is not Bearer, or differs from the field: 400', async () => {
      const [session, other] = [await logIn(door), await logIn(door)];
      const ask = async (authorization: string) => {
        const url = `/api/index/userinfo?rd3_session=${session}`;
        return (await door.ask(url, { headers: { authorization } })).status;
      };
      expect([
        await ask(`Basic ${session}`),
        await ask(`Bearer ${other}`),
        await ask(`Bearer ${session}`),
      ]).toEqual([400, 400, 200]);
    });

    test('info_json may be an object or a string, with the same result', async () => {
      const session = await logIn(door);
      for (const info_json of [{ nickName: '甲' }, '{"nickName":"甲"}']) {
        const answer = await door.ask('/api/index/setuserinfo', json({ rd3_session: session, info_json }));
        expect(await answer.json()).toMatchObject({ user_info: { nickName: '甲' } });
      }
    });

    test.each([
      ['{', 'body: not JSON'],
      ['[]', 'body: expected a JSON object'],
      ['null', 'body: expected a JSON object'],
    ])('a body %s: 400', async (body, msg) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await door.ask('/api/index/setuserinfo', { method: 'POST', headers, body });
      expect([answer.status, await answer.json()]).toEqual([400, { code: 0, msg }]);
    });
  });

  describe('refused words', () => {
    test.each([
      [{ nickName: '违规小店' }, { msg: '昵称含有违规内容', field: 'nickName' }],
      [{ nickName: '赌 博\u200b王' }, { msg: '昵称含有违规内容', field: 'nickName' }],
      [
        { nickName: '小满', title: '代开发票，请加我' },
        { msg: '签名含有违规内容', field: 'title' },
      ],
    ])('%j', async (info, refusal) => {
      const session = await logIn(door);
      const answer = await save(door, { rd3_session: session, info_json: JSON.stringify(info) });
      expect([answer.status, await answer.json()]).toEqual([400, { code: 0, ...refusal }]);
      expect(await userInfo(session)).toMatchObject({ user_info: null });
    });
  });
});
