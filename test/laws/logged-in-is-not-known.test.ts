/** A login never waits for the profile, and a user without a name stays logged in. wx.login comes first. */
import type { ApiRequest } from '../../mock-server/types';
import { type Run, useStage } from '../support/stage';

const begin = useStage();
const eras = ['guest-legacy', 'guest-button', 'guest-profile'];

/** The relevant API calls, in order. */
function order(run: Run): string[] {
  const names = ['login', 'getUserInfo', 'getUserProfile', 'authorize'];
  return run.phone.events.flatMap((event) =>
    event.kind === 'call' && names.includes(event.api) ? [event.api] : [],
  );
}

/** Records every later form. */
function recordForms(run: Run): URLSearchParams[] {
  const forms: URLSearchParams[] = [];
  const handle = run.world.handle;
  run.world.handle = (request: ApiRequest) => {
    if (request.method === 'POST') {
      forms.push(new URLSearchParams(new TextDecoder().decode(request.body ?? undefined)));
    }
    return handle(request);
  };
  return forms;
}

test.each([...eras, 'guest', 'refused'])('%s is logged in without a profile', async (id) => {
  const run = await begin(id);
  expect(run.isLogin).toBe(2);
  const { value } = run.phone.storage.rd3_session as { value: string };
  const answer = await fetch(`http://127.0.0.1:3000/api/index/check_3rdsession?rd3_session=${value}`);
  expect(await answer.json()).toBe(true);
  expect(run.phone.storage.user_info).toBeUndefined();

  await run.relaunch();
  expect(run.calls('login')).toBe(1);
  expect(run.isLogin).toBe(2);
});

test.each(eras)(
  '%s: wx.login before the profile is read, and none between reading and sending',
  async (id) => {
    const run = await begin(id);
    await run.page.tap({ text: '授权登录' });
    run.phone.screen.get('authorize').allow();
    await run.stage.settle();
    expect(order(run)[0]).toBe('login');
    expect(order(run).filter((api) => api === 'login')).toHaveLength(1);
    expect(run.isLogin).toBe(1);
  },
);

test.each([
  ['guest-legacy', true],
  ['guest-button', true],
  ['guest-profile', false],
] as const)(
  '%s: after a login in between, the old signature is not sent again (read again: %s)',
  async (id, anew) => {
    const run = await begin(id);
    const forms = recordForms(run);
    await run.world.expireSessions();
    await run.page.tap({ text: '授权登录' });
    run.phone.screen.get('authorize').allow();
    await run.stage.settle();

    expect(run.requests.slice(1)).toEqual(['setuserinfo 401', 'onlogin 200', 'setuserinfo 200']);
    const [first, second] = forms;
    expect(first?.has('encryptedData')).toBe(true);
    expect(second?.has('encryptedData')).toBe(anew);
    expect(second?.get('encryptedData')).not.toBe(first?.get('encryptedData'));
    expect(JSON.parse(second?.get('info_json') ?? '')).toMatchObject({ nickName: '林小满' });
    expect(run.isLogin).toBe(1);
  },
);

test('an unknown name from WeChat does not overwrite the name on the server', async () => {
  const run = await begin('guest-button');
  const forms = recordForms(run);
  await run.page.tap({ text: '授权登录' });
  run.phone.screen.get('authorize').allow();
  await run.stage.settle();
  expect(Object.keys(JSON.parse(forms[0]?.get('info_json') ?? '{}'))).not.toContain('title');
});
