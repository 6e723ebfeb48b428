/** One login at a time; a 401 is worth one login and one replay, then it is an error. */
import { moduleOf, type Run, useStage } from '../support/stage';

type Session = typeof import('../../miniprogram/auth/session');
type Requests = typeof import('../../miniprogram/services/request');

const begin = useStage();
const session = () => moduleOf<Session>('auth/session');
const unauthorized = () => new (moduleOf<Requests>('services/request').ApiError)('status', 401);

/** Begins as a logged-in guest; counts from there. */
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

test('twenty callers share one wx.login and one onlogin', async () => {
  const run = await loggedIn();
  const bodies = await Promise.all(Array.from({ length: 20 }, () => session().login()));
  expect(new Set(bodies.map((body) => body.rd3_session)).size).toBe(1);
  expect(run.since()).toEqual({ logins: 1, requests: ['onlogin 200'] });
});

test('callers that come while the launch logs in share its login', async () => {
  const run = await begin('guest-button', { open: false });
  await run.stage.launch({}, { settle: false });
  const shared = session().login();
  await run.stage.settle();
  await shared;
  expect(run.calls('login')).toBe(1);
});

test('a login that failed is not handed to those who come later', async () => {
  const run = await loggedIn();
  const mend = run.world.addFault({ on: 'onlogin', kind: 'cut-before' });
  const failures = await Promise.allSettled([session().login(), session().login()]);
  expect(failures.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  mend();
  await expect(session().login()).resolves.toMatchObject({ rd3_session: expect.any(String) });
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

test('a second 401 is an error with a way on, not another round', async () => {
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

test('requests that get their 401 at the same time, or one after the other, share the new session', async () => {
  const run = await loggedIn();
  const old: string[] = [];
  let late: () => void = () => {};
  const lateAnswer = new Promise<void>((resolve) => {
    late = resolve;
  });
  const send = (wait: Promise<void>) => {
    let first = true;
    return async (id: string) => {
      if (!first) return id;
      first = false;
      old.push(id);
      await wait;
      throw unauthorized();
    };
  };
  const both = Promise.all([
    session().withSession(send(Promise.resolve())),
    session().withSession(send(Promise.resolve())),
  ]);
  const after = session().withSession(send(lateAnswer));
  const [one, two] = await both;
  late();
  const three = await after;
  expect(new Set(old).size).toBe(1);
  expect(old).not.toContain(one);
  expect([two, three]).toEqual([one, one]);
  expect(run.since().logins).toBe(1);
});

test('errors other than a 401 are not replayed', async () => {
  const run = await loggedIn();
  const ApiError = moduleOf<Requests>('services/request').ApiError;
  for (const error of [new ApiError('offline'), new ApiError('timeout'), new ApiError('status', 500)]) {
    const send = jest.fn(() => Promise.reject(error));
    await expect(session().withSession(send)).rejects.toBe(error);
    expect(send).toHaveBeenCalledTimes(1);
  }
  expect(run.since().logins).toBe(0);
});
