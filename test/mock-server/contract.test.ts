/** The contract of onlogin and check_3rdsession, through every door. */
import type { OpenDoor } from './door';
import { everyDoor, logIn } from './doors';

describe.each(everyDoor)('%s', (_name, how) => {
  let door: OpenDoor;
  const open = async (scenario?: string) => {
    door = await how.open(scenario);
  };
  afterEach(() => door.close());

  describe('onlogin', () => {
    test('a code is exchanged for a session; at first there is no profile', async () => {
      await open();
      const code = await door.world.wechat.issueCode('lin');
      const answer = await door.ask(`/api/index/onlogin?code=${code}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await answer.json()).toEqual({
        rd3_session: expect.stringMatching(/^[\w-]{32}$/),
        user_info: null,
      });
    });

    test('a returning user gets the profile with the session', async () => {
      await open('returning');
      const code = await door.world.wechat.issueCode('lin');
      const body = await (await door.ask(`/api/index/onlogin?code=${code}`)).json();
      expect(body).toEqual({
        rd3_session: expect.any(String),
        user_info: {
          id: expect.stringMatching(/^[0-9a-f]{24}$/),
          nickName: '林小满',
          avatarUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/avatars\/wechat-lin\.png$/),
          title: '今天也要好好吃饭',
          gender: 2,
          country: '中国',
          province: '广东',
          city: '深圳',
        },
      });
    });

    test('sessions differ, and an older one of the same user stays valid', async () => {
      await open();
      const [first, second] = [await logIn(door), await logIn(door)];
      expect(first).not.toBe(second);
      for (const id of [first, second]) {
        const answer = await door.ask(`/api/index/check_3rdsession?rd3_session=${id}`);
        expect(await answer.text()).toBe('true');
      }
    });

    test.each([
      ['no code', '', 'code: missing'],
      ['an empty code', '?code=', 'code: missing'],
      ['two codes', '?code=a&code=b', 'code: given 2 times, expected once'],
      ['control characters', '?code=a%0d%0ab', 'code: malformed, expected what wx.login gave'],
      [
        'a code of 129 characters',
        `?code=${'x'.repeat(129)}`,
        'code: malformed, expected what wx.login gave',
      ],
    ])('%s is refused with 400', async (_what, query, msg) => {
      await open();
      const answer = await door.ask(`/api/index/onlogin${query}`);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toEqual({ code: 0, msg });
    });

    test('a code can be used once', async () => {
      await open();
      const code = await door.world.wechat.issueCode('lin');
      await door.ask(`/api/index/onlogin?code=${code}`);
      const again = await door.ask(`/api/index/onlogin?code=${code}`);
      expect(again.status).toBe(400);
      expect(await again.json()).toEqual({
        code: 0,
        msg: expect.stringContaining('already used'),
        errcode: 40163,
      });
    });

    test('a code is valid for five minutes', async () => {
      await open();
      const [early, late] = [
        await door.world.wechat.issueCode('lin'),
        await door.world.wechat.issueCode('lin'),
      ];
      door.clock.advance(5 * 60_000 - 1);
      expect((await door.ask(`/api/index/onlogin?code=${early}`)).status).toBe(200);
      door.clock.advance(1);
      const answer = await door.ask(`/api/index/onlogin?code=${late}`);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ errcode: 40029 });
    });

    test.each([
      [40226, 'code blocked', 403],
      [45011, 'api minute-quota reach limit', 429],
      [-1, 'system error', 502],
      [40013, 'invalid appid', 502],
      [40125, 'invalid appsecret', 502],
      [50001, 'something new', 502],
    ])("WeChat's %i (%s) becomes %i", async (errcode, errmsg, status) => {
      await open();
      const code = await door.world.wechat.issueCode('lin');
      door.world.wechat.failCode2Session({ errcode, errmsg });
      const answer = await door.ask(`/api/index/onlogin?code=${code}`);
      expect(answer.status).toBe(status);
      const body = await answer.json();
      expect(body).toEqual({ code: 0, msg: expect.stringMatching(/WeChat/), errcode });
    });
  });

  describe('check_3rdsession', () => {
    test.each([
      ['true', () => logIn(door)],
      ['false', async () => 'x'.repeat(32)],
      ['false', async () => 'not a session <b>'],
      ['false', async () => '__proto__'],
    ])('answers %s and nothing else', async (text, session) => {
      await open();
      const id = encodeURIComponent(await session());
      const answer = await door.ask(`/api/index/check_3rdsession?rd3_session=${id}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(await answer.text()).toBe(text);
    });

    test.each(['', '?rd3_session='])('no session (%j) is an invalid request: 400', async (query) => {
      await open();
      const answer = await door.ask(`/api/index/check_3rdsession${query}`);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toEqual({ code: 0, msg: 'rd3_session: missing' });
    });

    test('a session is valid for 86 400 s', async () => {
      await open();
      const id = await logIn(door);
      const check = async () => (await door.ask(`/api/index/check_3rdsession?rd3_session=${id}`)).text();
      door.clock.advance(86_400_000 - 1);
      expect(await check()).toBe('true');
      door.clock.advance(1);
      expect(await check()).toBe('false');
    });
  });
});
