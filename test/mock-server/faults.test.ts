/** Every fault, through every door. */
import type { OpenDoor } from './door';
import { everyDoor, logIn } from './doors';

describe.each(everyDoor)('%s', (_name, how) => {
  let door: OpenDoor;
  let session: string;
  beforeEach(async () => {
    door = await how.open();
    session = await logIn(door);
  });
  afterEach(() => door.close());

  const check = (init?: RequestInit) => door.ask(`/api/index/check_3rdsession?rd3_session=${session}`, init);
  const checked = async () => (await check()).text();

  test('cut-before: no response, and the server did not act', async () => {
    const code = await door.world.wechat.issueCode('lin');
    door.world.addFault({ on: 'onlogin', kind: 'cut-before', times: 1 });
    await expect(door.ask(`/api/index/onlogin?code=${code}`)).rejects.toThrow(/fetch/i);
    expect((await door.ask(`/api/index/onlogin?code=${code}`)).status).toBe(200);
  });

  test('cut-after: no response, but the server acted', async () => {
    const code = await door.world.wechat.issueCode('lin');
    const before = await door.world.store.countSessions();
    door.world.addFault({ on: 'onlogin', kind: 'cut-after', times: 1 });
    await expect(door.ask(`/api/index/onlogin?code=${code}`)).rejects.toThrow(/fetch/i);
    expect(await door.world.store.countSessions()).toBe(before + 1);
    expect((await door.ask(`/api/index/onlogin?code=${code}`)).status).toBe(400);
    expect(door.world.log.at(-2)).toMatchObject({ path: '/api/index/onlogin', status: null });
  });

  test('hang: never a response, and the log has the request at once', async () => {
    door.world.addFault({ on: '*', kind: 'hang', times: 1 });
    const controller = new AbortController();
    let settled = false;
    const hanging = check({ signal: controller.signal }).finally(() => {
      settled = true;
    });
    hanging.catch(() => {});
    while (door.world.log.at(-1)?.status !== null) await new Promise(setImmediate);
    door.clock.advance(86_400_000);
    await new Promise(setImmediate);
    expect(settled).toBe(false);
    controller.abort();
    if (how.name !== 'world.handle') await expect(hanging).rejects.toThrow(/abort/i);
  });

  test('delay: the right response, later', async () => {
    door.world.addFault({ on: 'check_3rdsession', kind: 'delay', ms: 3000, times: 1 });
    let answered = false;
    const slow = checked().finally(() => {
      answered = true;
    });
    while (door.clock.sleeping === 0) await new Promise(setImmediate);
    door.clock.advance(2999);
    await new Promise(setImmediate);
    expect(answered).toBe(false);
    door.clock.advance(1);
    expect(await slow).toBe('true');
    expect(door.world.log.at(-1)).toMatchObject({ status: 200, ms: 3000 });
  });

  test('respond: this response instead of acting', async () => {
    const code = await door.world.wechat.issueCode('lin');
    door.world.addFault({
      on: 'onlogin',
      kind: 'respond',
      status: 503,
      contentType: 'text/html',
      body: '<h1>维护中</h1>',
      times: 1,
    });
    const answer = await door.ask(`/api/index/onlogin?code=${code}`);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toBe('text/html');
    expect(await answer.text()).toBe('<h1>维护中</h1>');
    expect((await door.ask(`/api/index/onlogin?code=${code}`)).status).toBe(200);
  });

  test('mangle: acts, and responds with other content', async () => {
    const code = await door.world.wechat.issueCode('lin');
    door.world.addFault({ on: 'onlogin', kind: 'mangle', body: '{"rd3', times: 1 });
    const answer = await door.ask(`/api/index/onlogin?code=${code}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await answer.text()).toBe('{"rd3');
    expect((await door.ask(`/api/index/onlogin?code=${code}`)).status).toBe(400);
  });

  test('expire: the session ends at exactly this moment', async () => {
    door.world.addFault({ on: 'setuserinfo', kind: 'expire', times: 1 });
    expect(await checked()).toBe('true');
    const body = new URLSearchParams({ rd3_session: session, info_json: '{"nickName":"a"}' });
    const answer = await door.ask('/api/index/setuserinfo', { method: 'POST', body });
    expect(answer.status).toBe(401);
  });

  test('hits only its endpoint, a given number of times, until it is removed', async () => {
    const remove = door.world.addFault({ on: 'check_3rdsession', kind: 'respond', status: 500, times: 2 });
    expect((await door.ask('/api/index/onlogin')).status).toBe(400);
    expect((await door.ask('/avatars/wechat-lin.png')).status).toBe(200);
    expect((await check()).status).toBe(500);
    expect((await check()).status).toBe(500);
    expect(await checked()).toBe('true');
    remove();
    const removeForever = door.world.addFault({ on: '*', kind: 'respond', status: 500 });
    expect((await check()).status).toBe(500);
    removeForever();
    removeForever();
    expect(await checked()).toBe('true');
  });

  test('several faults at once all apply', async () => {
    door.world.addFault({ on: '*', kind: 'delay', ms: 10, times: 1 });
    door.world.addFault({ on: '*', kind: 'expire', times: 1 });
    const answer = checked();
    while (door.clock.sleeping === 0) await new Promise(setImmediate);
    door.clock.advance(10);
    expect(await answer).toBe('false');
  });
});
