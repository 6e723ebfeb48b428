/** A world: its log, its handling of bugs, and switching doors between worlds. */
import { startNodeMock } from '../../mock-server/node';
import type { LoggedRequest } from '../../mock-server/types';
import { createWorld } from '../../mock-server/world';

const get = (path: string) => ({
  method: 'GET',
  path,
  query: new URLSearchParams(),
  headers: {},
  body: null,
});

test('the log keeps the last 200 requests, newest last, and notifies its listeners', async () => {
  const world = await createWorld();
  const logged: LoggedRequest[] = [];
  const stop = world.onRequest((entry) => logged.push(entry));
  for (let i = 0; i < 205; i += 1) await world.handle(get(`/avatars/${i}.png`));
  stop();
  await world.handle(get(`/${'x'.repeat(5000)}`));
  expect(logged).toHaveLength(205);
  expect(world.log).toHaveLength(200);
  expect(world.log[0]?.path).toBe('/avatars/6.png');
  expect(world.log.at(-1)?.path).toHaveLength(201);
  expect(logged[0]).toEqual({
    at: expect.any(Number),
    method: 'GET',
    path: '/avatars/0.png',
    status: 404,
    ms: expect.any(Number),
    scenario: 'guest',
  });
});

test('a bug gives a 500 in JSON, a line in the log and one on the console', async () => {
  const world = await createWorld();
  jest.spyOn(world.store, 'getAvatar').mockRejectedValue(new Error('bug'));
  const guarded = console.error;
  const shown = jest.fn();
  console.error = shown;
  const answer = await world.handle(get('/avatars/a.png'));
  console.error = guarded;
  expect(answer).toMatchObject({
    status: 500,
    body: expect.stringMatching(/^\{"code":0,"msg":"internal error/),
  });
  expect(world.log.at(-1)).toMatchObject({ status: 500 });
  expect(shown).toHaveBeenCalledTimes(1);
});

test('an unavailable store gives a 503', async () => {
  const { StoreUnavailable } = await import('../../mock-server/store/unavailable');
  const world = await createWorld();
  jest.spyOn(world.store, 'getAvatar').mockRejectedValue(new StoreUnavailable('gone'));
  expect(await world.handle(get('/avatars/a.png'))).toMatchObject({ status: 503 });
});

test('msw/node: switches to another world, and back to a new one', async () => {
  const mock = await startNodeMock({ scenario: 'member' });
  const first = mock.world;
  const check = async () => {
    const id = first.phone.storage.rd3_session?.value;
    return (await fetch(`https://any.example/api/index/check_3rdsession?rd3_session=${id}`)).text();
  };
  expect(await check()).toBe('true');
  await mock.use();
  expect(mock.world.scenario.id).toBe('member');
  expect(mock.world).not.toBe(first);
  expect(await check()).toBe('false');
  await mock.use('server-down');
  expect(await check()).toMatch(/^<!DOCTYPE html>/);
  await expect(mock.use('nope')).rejects.toThrow(/Unknown scenario/);
  expect(mock.world.scenario.id).toBe('server-down');
  await mock.close();
});

test('msw/node: a second mock in a process is a clear error; the first one still works', async () => {
  const first = await startNodeMock({ scenario: 'member' });
  await expect(startNodeMock({ scenario: 'guest' })).rejects.toThrow(
    'A mock already runs in this process, in scenario "member". Two mocks would answer the same addresses: close() the first one, or change its scenario with use("…").',
  );
  const answer = await fetch('https://any.example/api/index/check_3rdsession?rd3_session=x');
  expect(await answer.json()).toBe(false);
  await first.close();
  await (await startNodeMock()).close();
});

test('msw/node: of two mocks started at the same time the second one fails', async () => {
  const first = startNodeMock({ scenario: 'member' });
  await expect(startNodeMock()).rejects.toThrow('A mock already runs in this process');
  await (await first).close();
});

test('msw/node: a mock that failed to start does not block another', async () => {
  await expect(startNodeMock({ scenario: 'none' })).rejects.toThrow('Unknown scenario "none"');
  await (await startNodeMock()).close();
});

test('msw/node: an unknown request is an error', async () => {
  const mock = await startNodeMock();
  const guarded = console.error;
  const shown = jest.fn();
  console.error = shown;
  await expect(fetch('https://elsewhere.example/data')).rejects.toThrow();
  console.error = guarded;
  await mock.close();
  expect(String(shown.mock.calls[0])).toContain('https://elsewhere.example/data');
});
