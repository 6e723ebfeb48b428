/** The HTTP door: scenarios by header, codes of WeChat DevTools, the control page. */
import type { ControlState } from '../../mock-server/control/routes';
import { type HttpMock, startHttpMock } from '../../mock-server/http';
import { scenarios } from '../../mock-server/scenarios';
import { PNG } from './doors';

let mock: HttpMock;
beforeEach(async () => {
  mock = await startHttpMock({ port: 0, closeGrace: 0 });
});
afterEach(() => mock.close());

const get = (path: string, headers = {}) => fetch(mock.origin + path, { headers });
const onlogin = async (code: string, scenario?: string) =>
  (await get(
    `/api/index/onlogin?code=${encodeURIComponent(code)}`,
    scenario ? { 'x-mock-scenario': scenario } : {},
  ).then((answer) => answer.json())) as { rd3_session: string; user_info: object | null; errcode?: number };
const control = (path: string, body: unknown = {}, headers = {}) =>
  fetch(`${mock.origin}/__mock__/${path}`, { method: 'POST', body: JSON.stringify(body), headers });
const state = async () => (await (await get('/__mock__/state')).json()) as ControlState;
const check = async (session: string, scenario?: string) =>
  (
    await get(
      `/api/index/check_3rdsession?rd3_session=${session}`,
      scenario ? { 'x-mock-scenario': scenario } : {},
    )
  ).text();

describe('codes of DevTools', () => {
  test('can be used once, as the default test account', async () => {
    expect(await onlogin('any-code-1')).toEqual({ rd3_session: expect.any(String), user_info: null });
    expect(await onlogin('any-code-1')).toMatchObject({ errcode: 40163 });
    expect((await onlogin('any-code-2', 'returning')).user_info).toMatchObject({ nickName: '林小满' });
    expect((await onlogin('any-code-2', 'long-name')).user_info).toMatchObject({ city: '威海' });
  });

  test('the constant code of a test AppID can always be used', async () => {
    for (let i = 0; i < 3; i += 1) {
      expect(await onlogin('the code is a mock one')).toHaveProperty('rd3_session');
    }
  });
});

describe('x-mock-scenario', () => {
  test('selects the world of that request', async () => {
    const session = (await onlogin('a', 'member')).rd3_session;
    expect(await check(session, 'member')).toBe('true');
    expect(await check(session)).toBe('false');
    const down = await get('/api/index/onlogin?code=a', { 'x-mock-scenario': 'server-down' });
    expect(down.status).toBe(500);
    expect(down.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect((await state()).worlds.map(({ scenario }) => scenario)).toEqual([
      'guest',
      'member',
      'server-down',
    ]);
  });

  test('many simultaneous first requests start one world', async () => {
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((code) => onlogin(code, 'returning')));
    const checks = await Promise.all(answers.map(({ rd3_session }) => check(rd3_session, 'returning')));
    expect(checks).toEqual(['true', 'true', 'true', 'true']);
  });

  test.each(['nope', '', '__proto__', 'guest, member'])(
    '%j is refused with a list of the valid ones',
    async (name) => {
      const answer = await get('/api/index/onlogin?code=a', { 'x-mock-scenario': name });
      expect(answer.status).toBe(400);
      expect(await answer.json()).toEqual({
        code: 0,
        msg: expect.stringMatching(/^x-mock-scenario: Unknown scenario .*Known: guest, .*no-avatar/),
      });
    },
  );

  test('a picture is found without the header, because an <image> tag sends none', async () => {
    const form = new FormData();
    form.set('rd3_session', (await onlogin('a', 'member')).rd3_session);
    form.set('avatar', new Blob([PNG]), 'a.png');
    const answer = await fetch(`${mock.origin}/api/index/setuserinfo`, {
      method: 'POST',
      body: form,
      headers: { 'x-mock-scenario': 'member' },
    });
    const { user_info: user } = (await answer.json()) as { user_info: { avatarUrl: string } };
    expect(user.avatarUrl.startsWith(`${mock.origin}/avatars/`)).toBe(true);
    expect((await fetch(user.avatarUrl)).status).toBe(200);
  });
});

describe('/__mock__', () => {
  test('state: scenarios in both languages, worlds, requests', async () => {
    await onlogin('a');
    expect(await state()).toEqual({
      origin: mock.origin,
      wechat: 'simulated',
      scenario: 'guest',
      scenarios: scenarios.map(({ id, title, description, endsIn }) => ({
        id,
        title,
        description,
        isLogin: endsIn.isLogin,
      })),
      worlds: [{ scenario: 'guest', sessions: 1 }],
      requests: [
        {
          at: expect.any(Number),
          method: 'GET',
          path: '/api/index/onlogin',
          status: 200,
          ms: expect.any(Number),
          scenario: 'guest',
        },
      ],
    });
  });

  test('scenario: changes the default one', async () => {
    const answer = await control('scenario', { name: 'returning' });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ scenario: 'returning' });
    expect((await onlogin('a')).user_info).toMatchObject({ nickName: '林小满' });
  });

  test.each([
    [{ name: 'nope' }, /^name: Unknown scenario "nope"\. Known: guest/],
    [{ name: 7 }, /^name: expected the id/],
    [null, /^name: expected the id/],
  ])('scenario %j: 400', async (body, msg) => {
    const answer = await control('scenario', body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ code: 0, msg: expect.stringMatching(msg) });
    expect((await state()).scenario).toBe('guest');
  });

  test('scenario with a body that is no JSON: 400', async () => {
    const answer = await fetch(`${mock.origin}/__mock__/scenario`, { method: 'POST', body: 'name=guest' });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ code: 0, msg: 'body: not JSON, expected {"name": "…"}' });
  });

  test('expire: every session of every world ends, user data stays', async () => {
    const session = (await onlogin('a')).rd3_session;
    const other = (await onlogin('a', 'member')).rd3_session;
    expect((await control('expire')).status).toBe(200);
    expect(await check(session)).toBe('false');
    expect(await check(other, 'member')).toBe('false');
    expect((await onlogin('b', 'member')).user_info).not.toBeNull();
  });

  test('reset: the initial state, the current scenario stays', async () => {
    await control('scenario', { name: 'member' });
    const session = (await onlogin('a')).rd3_session;
    expect(await (await control('reset')).json()).toMatchObject({
      scenario: 'member',
      worlds: [{ scenario: 'member', sessions: 1 }],
      requests: [],
    });
    expect(await check(session)).toBe('false');
    expect((await onlogin('a')).user_info).not.toBeNull();
  });

  test('changes are refused from other sites and from other pages of this machine', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'http://localhost:5173' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      expect((await control('expire', {}, headers)).status).toBe(403);
    }
    const own = await control('expire', {}, { origin: mock.origin });
    expect(own.status).toBe(200);
  });

  test.each([
    ['/__mock__/', 'text/html; charset=utf-8', '<!doctype html>'],
    ['/__mock__/page.css', 'text/css; charset=utf-8', ':root'],
    ['/__mock__/page.js', 'text/javascript; charset=utf-8', 'fetch('],
  ])('%s is served', async (path, type, text) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await answer.text()).toContain(text);
  });

  test.each(['/', '/__mock__'])('%s leads to the page', async (path) => {
    const answer = await get(path);
    expect(answer.url).toBe(`${mock.origin}/__mock__/`);
  });

  test.each([
    ['POST', 'state', 405],
    ['GET', 'scenario', 405],
    ['DELETE', '', 405],
    ['GET', 'nope', 404],
  ])('%s %s: %i', async (method, path, status) => {
    expect((await fetch(`${mock.origin}/__mock__/${path}`, { method })).status).toBe(status);
  });
});
