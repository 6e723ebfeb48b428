/** Two mock processes share one Redis. */
import { createHash } from 'node:crypto';
import { createClient } from 'redis';
import { describeWithRedis, startRedis, type TestRedis } from '../support/redis';
import { type MockProcess, startMockProcess } from './mock-process';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

describeWithRedis('two processes on one Redis', () => {
  let redis: TestRedis;
  let mocks: MockProcess[] = [];
  const startBoth = async () => {
    const env = { MOCK_PORT: '0', MOCK_SCENARIO: 'returning', MOCK_STORE: redis.url };
    mocks = await Promise.all([startMockProcess(env), startMockProcess(env)]);
    const [a, b] = mocks;
    if (!a || !b) throw new Error('two were started');
    return { a, b };
  };
  const stopBoth = () => Promise.all(mocks.splice(0).map((mock) => mock.stop()));
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(async () => {
    await stopBoth();
    await redis.close();
  });

  const logIn = async ({ origin }: MockProcess, code: string) =>
    (await (await fetch(`${origin}/api/index/onlogin?code=${code}`)).json()) as {
      rd3_session: string;
      user_info: { nickName: string; avatarUrl: string };
    };
  const check = async ({ origin }: MockProcess, id: string) =>
    (await fetch(`${origin}/api/index/check_3rdsession?rd3_session=${id}`)).text();
  const post = async ({ origin }: MockProcess, body: FormData | URLSearchParams) => {
    const answer = await fetch(`${origin}/api/index/setuserinfo`, { method: 'POST', body });
    return { status: answer.status, body: (await answer.json()) as object };
  };

  test('log in at one, continue at the other, restart both, and still be logged in', async () => {
    let { a, b } = await startBoth();
    expect(a.output.out).toMatch(/Store\s+Redis at 127\.0\.0\.1:\d+/);
    const { rd3_session: session } = await logIn(a, 'any-1');
    expect(await check(b, session)).toBe('true');

    // The second process verifies a signature, although its simulated WeChat never created this session key.
    const admin = createClient({ url: redis.url });
    await admin.connect();
    const [key = ''] = await admin.keys(`*:session:${session}`);
    expect(await admin.ttl(key)).toBeGreaterThan(86_000);
    const { sessionKey } = JSON.parse((await admin.get(key)) ?? '') as { sessionKey: string };
    admin.destroy();
    const rawData = '{"nickName":"签过名的"}';
    const signature = createHash('sha1')
      .update(rawData + sessionKey)
      .digest('hex');
    const signed = { rd3_session: session, rawData };
    expect(await post(b, new URLSearchParams({ ...signed, signature }))).toMatchObject({
      status: 200,
      body: { user_info: { nickName: '签过名的' } },
    });
    expect(await post(b, new URLSearchParams({ ...signed, signature: 'f'.repeat(40) }))).toMatchObject({
      status: 400,
    });

    // A picture uploaded to one process is served by the other, under the address of the process that is asked.
    const form = new FormData();
    form.set('rd3_session', session);
    form.set('avatar', new Blob([PNG]), 'a.png');
    expect((await post(a, form)).status).toBe(200);
    const { avatarUrl } = (await logIn(b, 'any-2')).user_info;
    expect(avatarUrl.startsWith(`${b.origin}/avatars/`)).toBe(true);
    expect(new Uint8Array(await (await fetch(avatarUrl)).arrayBuffer())).toEqual(PNG);

    await stopBoth();
    ({ a, b } = await startBoth());
    expect(await check(a, session)).toBe('true');
    expect(await check(b, session)).toBe('true');
    // The restart did not overwrite the user's saved profile with the scenario's initial one.
    const again = await logIn(b, 'any-3');
    expect(again.user_info.nickName).toBe('签过名的');
    expect((await fetch(again.user_info.avatarUrl)).status).toBe(200);

    // A reset in one process affects both, and the scenario's initial users exist again.
    await fetch(`${a.origin}/__mock__/scenario`, { method: 'POST', body: '{"name":"guest"}' });
    await fetch(`${a.origin}/__mock__/reset`, { method: 'POST' });
    expect(await check(b, session)).toBe('false');
    expect((await logIn(b, 'any-4')).user_info.nickName).toBe('林小满');
    const later = await logIn(b, 'any-5');
    await fetch(`${a.origin}/__mock__/expire`, { method: 'POST' });
    expect(await check(b, later.rd3_session)).toBe('false');
    expect(mocks.map(({ output }) => output.err)).toEqual(['', '']);
  });
});
