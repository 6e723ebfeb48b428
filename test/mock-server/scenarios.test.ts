/** Every scenario starts as described. */
import { DEFAULT_SCENARIO, getScenario, scenarios } from '../../mock-server/scenarios';
import { createWorld } from '../../mock-server/world';

const REQUIRED = [
  'guest',
  'member',
  'member-no-title',
  'returning',
  'refused',
  'refused-then-granted',
  'session-expired',
  'wechat-session-expired',
  'offline',
  'server-down',
  'slow',
  'bad-json',
  'code-used',
  'blocked-user',
  'long-name',
  'no-avatar',
  'guest-legacy',
  'guest-profile',
  'guest-button',
  'fill-form',
  'fill-half-done',
  'fill-uploading',
  'nickname-rejected',
  'avatar-too-large',
  'privacy-pending',
  'privacy-refused',
  'profile-anonymous',
  'edit-profile',
  'offline-guest',
  'refused-legacy',
  'phone-bound',
  'phone-only',
  'phone-sheet',
  'phone-no-quota',
  'phone-taken',
  'phone-expired',
];

test('the list is complete, ids are unique, the default exists', () => {
  const ids = scenarios.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(REQUIRED));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain(DEFAULT_SCENARIO);
});

test('an unknown scenario is an error that lists the valid ones', async () => {
  const listing = /Unknown scenario "nope"\. Known: guest, /;
  expect(() => getScenario('nope')).toThrow(listing);
  await expect(createWorld({ scenario: 'nope' })).rejects.toThrow(listing);
  expect(() => getScenario('__proto__')).toThrow(/Unknown scenario/);
});

describe.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('%s', (id, scenario) => {
  const start = () => createWorld({ scenario: id, fetch: 'in-process', publicOrigin: 'https://mock.test' });

  test('describes itself in both languages, in one line each', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const text of [scenario.title, scenario.description]) {
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(text.en).toMatch(/^[A-Z]/);
      for (const line of [text.zh, text.en]) {
        expect(line).not.toMatch(/\n/);
        expect(line.length).toBeLessThan(110);
      }
    }
    expect(scenarios.filter((one) => one.title.zh === scenario.title.zh)).toHaveLength(1);
    expect(scenarios.filter((one) => one.title.en === scenario.title.en)).toHaveLength(1);
  });

  test('the phone starts as described', async () => {
    const { phone } = await start();
    expect(phone).toMatchObject({
      account: scenario.account ?? 'lin',
      era: scenario.phone.era,
      authSetting: scenario.phone.authSetting ?? {},
      online: scenario.phone.online ?? true,
    });
  });

  test("the phone's storage fits the server's data", async () => {
    const { phone, store } = await start();
    const { stored = {} } = scenario.phone;
    expect(Object.keys(phone.storage).sort()).toEqual([
      ...(stored.session ? ['rd3_session'] : []),
      ...(stored.profile ? ['user_info'] : []),
    ]);
    const known = phone.storage.rd3_session ? await store.getSession(phone.storage.rd3_session.value) : null;
    expect(known !== null).toBe(stored.session === 'live');
    if (stored.profile) {
      const { avatarUrl = '', ...rest } = scenario.server.user ?? {};
      expect(phone.storage.user_info?.value).toEqual({
        id: expect.stringMatching(/^[0-9a-f]{24}$/),
        ...rest,
        avatarUrl: avatarUrl.startsWith('/') ? `https://mock.test${avatarUrl}` : avatarUrl,
      });
    }
  });

  test("checkSession finds WeChat's session as described", async () => {
    const { phone, wechat } = await start();
    const expected = scenario.phone.stored?.session && !scenario.server.wechat?.sessionKeyExpired;
    expect(await wechat.isSessionFresh(phone.account)).toBe(Boolean(expected));
  });

  test('the phone can log in, unless the scenario prevents it', async () => {
    const { phone, wechat, handle } = await start();
    const cannot =
      scenario.server.faults?.some(({ on, kind }) => kind !== 'delay' && (on === '*' || on === 'onlogin')) ||
      (scenario.server.wechat && !scenario.server.wechat.phoneNumberError);
    const slow = scenario.server.faults?.some(({ on, kind }) => on === '*' && kind === 'delay');
    if (slow) return expect(scenario.server.faults).toEqual([{ on: '*', kind: 'delay', ms: 3000 }]);
    const code = await wechat.issueCode(phone.account);
    const answer = await handle({
      method: 'GET',
      path: '/api/index/onlogin',
      query: new URLSearchParams({ code }),
      headers: {},
      body: null,
    });
    if ('cut' in answer) throw new Error('cut');
    if (cannot && !scenario.server.wechat?.sessionKeyExpired) {
      expect(() => {
        const { rd3_session } = JSON.parse(String(answer.body));
        if (!rd3_session) throw new Error('no session');
      }).toThrow();
      return undefined;
    }
    const { user_info: user } = JSON.parse(String(answer.body));
    expect(user?.nickName).toBe(scenario.server.user?.nickName);
    return undefined;
  });
});

test('worlds share nothing', async () => {
  const [one, two] = [await createWorld({ scenario: 'member' }), await createWorld({ scenario: 'member' })];
  const id = one.phone.storage.rd3_session?.value ?? '';
  expect(await one.store.getSession(id)).not.toBeNull();
  expect(await two.store.getSession(id)).toBeNull();
  await one.expireSessions();
  expect(await one.store.getSession(id)).toBeNull();
  expect(await two.store.countSessions()).toBe(1);
});
