/** Redis stops and returns while the mock runs. */
import { type HttpMock, startHttpMock } from '../../mock-server/http';
import { createRedisStores } from '../../mock-server/store/redis/stores';
import { describeWithRedis, startRedis, type TestRedis } from '../support/redis';

describeWithRedis('Redis stops and returns', () => {
  let redis: TestRedis;
  let mock: HttpMock;
  const messages: string[] = [];
  let wake = () => {};
  /** Waits until a matching line was reported. */
  const printed = async (line: RegExp) => {
    while (!messages.some((message) => line.test(message))) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  /**
   * Starts Redis and the mock.
   * @param timeout time after which a command counts as lost, ms: long by default, so that a busy machine does not look
   * like an outage
   */
  const begin = async (timeout = 10_000) => {
    messages.length = 0;
    redis = await startRedis();
    const report = (message: string) => {
      messages.push(message);
      wake();
    };
    const stores = await createRedisStores({ url: redis.url, timeout, report });
    mock = await startHttpMock({ port: 0, stores, closeGrace: 0 });
  };
  afterEach(async () => {
    await mock.close();
    await redis.close();
  });

  const ask = (path: string, init?: RequestInit) => fetch(mock.origin + path, init);
  const check = (id: string) => ask(`/api/index/check_3rdsession?rd3_session=${id}`);
  const login = (code: string) => ask(`/api/index/onlogin?code=${code}`);
  const logIn = async (code: string) =>
    ((await (await login(code)).json()) as { rd3_session: string }).rd3_session;
  const save = (id: string, nickName: string) =>
    ask('/api/index/setuserinfo', {
      method: 'POST',
      body: new URLSearchParams({ rd3_session: id, info_json: JSON.stringify({ nickName }) }),
    });
  const UNAVAILABLE = { code: 0, msg: 'the store cannot be reached; try again' };
  const expectUnavailable = async (answer: Response) => {
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(await answer.json()).toEqual(UNAVAILABLE);
  };

  test('503 for every request during the outage; afterwards as before, without a restart', async () => {
    await begin();
    const session = await logIn('first');
    await save(session, '小满');
    await redis.kill();
    await printed(/^Redis disconnected/);
    await expectUnavailable(await check(session));
    await expectUnavailable(await login('second'));
    await expectUnavailable(await save(session, '别名'));
    await expectUnavailable(await ask('/avatars/unknown.png'));
    // An unused scenario cannot start. A scenario that has started keeps its page and its log.
    const headers = { 'x-mock-scenario': 'returning' };
    await expectUnavailable(await ask(`/api/index/check_3rdsession?rd3_session=${session}`, { headers }));
    await expectUnavailable(await ask('/__mock__/expire', { method: 'POST' }));
    await expectUnavailable(await ask('/__mock__/reset', { method: 'POST' }));
    const state = (await (await ask('/__mock__/state')).json()) as { worlds: unknown[]; requests: object[] };
    expect(state.worlds).toEqual([{ scenario: 'guest', sessions: null }]);
    expect(state.requests.at(-1)).toMatchObject({ path: '/avatars/unknown.png', status: 503 });
    // Routes that need no store still work.
    expect((await ask('/avatars/wechat-lin.png')).status).toBe(200);
    expect((await ask('/api/index/onlogin')).status).toBe(400);

    await redis.start();
    await printed(/^Redis is connected again$/);
    expect(await (await check(session)).text()).toBe('true');
    expect((await login('third')).status).toBe(200);
    expect((await ask('/api/index/check_3rdsession?rd3_session=x', { headers })).status).toBe(200);
    expect(messages).toHaveLength(2);
  });

  test('a suspended Redis is detected, and reconnected', async () => {
    await begin(400);
    const session = await logIn('first');
    redis.freeze();
    // It still sleeps: without a limit, these requests would not be answered.
    await expectUnavailable(await check(session));
    await expectUnavailable(await check(session));
    redis.thaw();
    await printed(/^Redis is connected again$/);
    expect(await (await check(session)).text()).toBe('true');
  });

  test('no confirmed write is lost when Redis is killed', async () => {
    await begin();
    const owner = await logIn('owner');
    const sessions: string[] = [];
    let name = '';
    let saved = 0;
    let refused = false;
    const logInOften = async (worker: number) => {
      for (let i = 0; !refused; i += 1) {
        const answer = await login(`code-${worker}-${i}`);
        if (answer.status !== 200) refused = true;
        else sessions.push(((await answer.json()) as { rd3_session: string }).rd3_session);
      }
    };
    const saveOften = async () => {
      for (; !refused; saved += 1) {
        if ((await save(owner, `名字${saved}`)).status === 200) name = `名字${saved}`;
        if (saved === 50) void redis.kill();
      }
    };
    await Promise.all([saveOften(), ...[0, 1, 2, 3].map(logInOften)]);
    expect(sessions.length).toBeGreaterThan(20);
    expect(saved).toBeGreaterThanOrEqual(50);
    await redis.start();
    await printed(/^Redis is connected again$/);
    for (const session of sessions) expect(await (await check(session)).text()).toBe('true');
    const { user_info: user } = (await (await login('afterwards')).json()) as {
      user_info: { nickName: string };
    };
    // The save in progress when Redis was killed was not confirmed: it may be stored or not.
    expect([name, `名字${Number(name.slice(2)) + 1}`]).toContain(user.nickName);
    expect(messages).toHaveLength(2);
  });
});
