/** Only one login runs at a time. A 401 causes one login and one replay; a second 401 is an error. */
import { moduleOf, type Run, useStage } from '../support/stage';
import { until } from '../support/until';

type Door = typeof import('../../miniprogram/auth/index');

const begin = useStage();

/** A request of the app that needs the session: the endpoint answers 401 without one. */
const ask = () =>
  moduleOf<Door>('auth/index').auth.request({
    url: '/api/index/setuserinfo',
    method: 'POST',
    data: { info_json: '{"nickName":"林小满"}' },
  });

/** Starts as a logged-in user without a profile, and counts from there. */
async function loggedIn(): Promise<Run & { since(): { logins: number; requests: string[] } }> {
  const run = await begin('guest-button');
  const before = { logins: run.calls('login'), requests: run.requests.length };
  return Object.assign(Object.create(run) as Run, {
    since: () => ({
      logins: run.calls('login') - before.logins,
      requests: run.requests.slice(before.requests),
    }),
  });
}

test('twenty requests with an expired session share one wx.login and one onlogin', async () => {
  const run = await loggedIn();
  await run.world.expireSessions();
  const bodies = await Promise.all(Array.from({ length: 20 }, ask));
  for (const body of bodies) expect(body).toMatchObject({ code: 1 });
  const { logins, requests } = run.since();
  expect(logins).toBe(1);
  expect(requests.filter((one) => one === 'onlogin 200')).toHaveLength(1);
  expect(requests.filter((one) => one === 'setuserinfo 200')).toHaveLength(20);
});

test("requests during the launch's login share it", async () => {
  const run = await begin('guest-button', { open: false });
  await run.stage.launch({}, { settle: false });
  const shared = ask();
  await run.stage.settle();
  await shared;
  expect(run.calls('login')).toBe(1);
});

test('a failed login is not reused for later callers', async () => {
  const run = await loggedIn();
  await run.world.expireSessions();
  const mend = run.world.addFault({ on: 'onlogin', kind: 'cut-before' });
  const failures = await Promise.allSettled([ask(), ask()]);
  expect(failures.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  mend();
  await expect(ask()).resolves.toMatchObject({ code: 1 });
  expect(run.since().logins).toBe(2);
});

test('a 401: one login, one replay', async () => {
  const run = await loggedIn();
  await run.world.expireSessions();
  await run.page.tap({ text: '授权登录' });
  run.phone.screen.get('authorize').allow();
  await run.stage.settle();
  expect(run.since()).toEqual({
    logins: 1,
    requests: ['setuserinfo 401', 'onlogin 200', 'setuserinfo 200'],
  });
  expect(run.isLogin).toBe(1);
});

test('a second 401 is an error with a button, not another login', async () => {
  const run = await loggedIn();
  const mend = run.world.addFault({ on: 'setuserinfo', kind: 'expire' });
  await run.page.tap({ text: '授权登录' });
  run.phone.screen.get('authorize').allow();
  await run.stage.settle();
  expect(run.since()).toEqual({
    logins: 1,
    requests: ['setuserinfo 401', 'onlogin 200', 'setuserinfo 401'],
  });
  expect(run.isLogin).toBe(2);
  expect(run.page.has('登录已过期，请重新登录')).toBe(true);
  mend();
  await run.page.tap({ text: '重试' });
  expect(run.isLogin).toBe(1);
});

test('a 401 after another request has created a new session: no second login', async () => {
  const run = await loggedIn();
  await run.world.expireSessions();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { handle } = run.world;
  let first = true;
  run.world.handle = async (request) => {
    const answer = await handle(request);
    if (first) {
      first = false;
      await held;
    }
    return answer;
  };
  const late = ask();
  await ask();
  release();
  await expect(late).resolves.toMatchObject({ code: 1 });
  expect(run.since().logins).toBe(1);
});

test.each([
  ['cut-before', { kind: 'cut-before' }, 'offline', 0],
  ['a 500', { kind: 'respond', status: 500, body: '{}' }, 'status', 500],
  ['a 400', { kind: 'respond', status: 400, body: '{"code":0,"msg":"no"}' }, 'status', 400],
] as const)('%s is not replayed, and the app gets the reason', async (_what, fault, kind, status) => {
  const run = await loggedIn();
  run.world.addFault({ on: 'setuserinfo', ...fault });
  await expect(ask()).rejects.toMatchObject({ kind, status });
  expect(run.since().requests).toHaveLength(1);
});

test('logout and login while wx.login is pending: the new login uses its code', async () => {
  const run = await begin('guest-button', { open: false });
  await run.stage.launch({}, { settle: false });
  const { auth } = moduleOf<Door>('auth/index');
  // On iOS 15 and older a promise resolves in a task of its own.
  await until(() => run.calls('login') === 1);
  auth.logout();
  auth.on.retry();
  await run.stage.settle();
  expect(run.calls('login')).toBe(1);
  expect(run.requests).toEqual(['onlogin 200']);
  expect(auth.getState()).toMatchObject({ loggedOut: false, signedIn: true });
});
