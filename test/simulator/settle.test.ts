/** settle() resolves when the phone has no more work of its own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '../../simulator/phone/clock';
import { json, record, testPhone } from './support/phone';

it('follows a chain of calls to its end', async () => {
  const { phone, wx } = testPhone();
  const done = jest.fn();
  wx.login({
    success: () =>
      wx.request({
        url: 'https://api.test/a',
        success: async () => {
          await wx.getSetting();
          wx.request({
            url: 'https://api.test/b',
            success: () => wx.setStorage({ key: 'a', data: 1, success: done }),
          });
        },
      }),
  });
  await phone.settle();
  expect(done).toHaveBeenCalledTimes(1);
});

it('stops where the user must act', async () => {
  const { phone, wx } = testPhone();
  const done = jest.fn();
  wx.showModal({ title: '提示', success: () => wx.login({ success: done }) });
  await phone.settle();
  expect(done).not.toHaveBeenCalled();
  phone.screen.get('modal').confirm();
  await phone.settle();
  expect(done).toHaveBeenCalledTimes(1);
});

it('advances the clock only as far as the slow server needs', async () => {
  const test: ReturnType<typeof testPhone> = testPhone({}, async () => {
    await test.clock.sleep(3000);
    return json({ slow: true });
  });
  const outcome = record();
  const started = test.clock.now();
  test.wx.showToast({ title: '好', duration: 10_000, complete() {} });
  test.wx.request({ url: 'https://api.test/', ...outcome });
  await test.phone.settle();
  expect(outcome.result.data).toEqual({ slow: true });
  expect(test.clock.now() - started).toBe(3000);
  expect(test.phone.screen.find('toast')).toBeDefined();
});

it('a timeout of 10 s comes before an answer of 60 s', async () => {
  const test: ReturnType<typeof testPhone> = testPhone({}, async () => {
    await test.clock.sleep(60_000);
    return json({});
  });
  const outcome = record();
  const started = test.clock.now();
  test.wx.request({ url: 'https://api.test/', timeout: 10_000, ...outcome });
  await test.phone.settle();
  expect(outcome.result.errMsg).toBe('request:fail timeout');
  expect(test.clock.now() - started).toBe(10_000);
});

it('does not advance the clock while an answer is in flight, although the server sleeps for an aborted request', async () => {
  let slow = true;
  const test: ReturnType<typeof testPhone> = testPhone({}, async () => {
    if (slow) await test.clock.sleep(Number.POSITIVE_INFINITY);
    // Many turns of the event loop, like a real network.
    for (let turns = 0; turns < 50; turns += 1) await new Promise((resolve) => setImmediate(resolve));
    return json({});
  });
  const dead = record();
  test.wx.request({ url: 'https://api.test/', timeout: 1000, ...dead });
  await test.phone.settle();
  expect(dead.result.errMsg).toBe('request:fail timeout');
  slow = false;
  const started = test.clock.now();
  const alive = record();
  test.wx.request({ url: 'https://api.test/', timeout: 1000, ...alive });
  await test.phone.settle();
  expect(alive.order).toEqual(['success', 'complete']);
  expect(test.clock.now()).toBe(started);
});

it('distinguishes the server’s sleep for an aborted request from one for a pending request', async () => {
  const test: ReturnType<typeof testPhone> = testPhone({}, async ({ url }) => {
    await test.clock.sleep(url.endsWith('dead') ? Number.POSITIVE_INFINITY : 1000);
    for (let turns = 0; turns < 50; turns += 1) await new Promise((resolve) => setImmediate(resolve));
    return json({});
  });
  const started = test.clock.now();
  const dead = record();
  const alive = record();
  test.wx.request({ url: 'https://api.test/dead', timeout: 1000, ...dead });
  test.wx.request({ url: 'https://api.test/alive', timeout: 5000, ...alive });
  await test.phone.settle();
  expect(dead.result.errMsg).toBe('request:fail timeout');
  expect(alive.order).toEqual(['success', 'complete']);
  expect(test.clock.now() - started).toBe(1000);
});

it('ends although servers sleep in another order than the requests were sent', async () => {
  const test: ReturnType<typeof testPhone> = testPhone({}, async ({ url }) => {
    const isFirst = url.endsWith('first');
    if (isFirst)
      for (let turns = 0; turns < 2; turns += 1) await new Promise((resolve) => setImmediate(resolve));
    await test.clock.sleep(isFirst ? 1000 : 5000);
    return json({});
  });
  const second = record();
  const task = test.wx.request({ url: 'https://api.test/first', complete() {} });
  test.wx.request({ url: 'https://api.test/second', ...second });
  while (test.clock.sleeping < 2) await new Promise((resolve) => setImmediate(resolve));
  // The oldest request is forgotten, so the oldest sleep counts as its own. It belongs to the second request.
  task.abort();
  await test.phone.settle();
  expect(second.order).toEqual(['success', 'complete']);
});

it('ignores a server that wakes up for an aborted request', async () => {
  const test: ReturnType<typeof testPhone> = testPhone({}, async () => {
    await test.clock.sleep(12_000);
    return json({});
  });
  const first = record();
  const second = record();
  test.wx.request({ url: 'https://api.test/', timeout: 10_000, ...first });
  await test.phone.settle();
  expect(first.result.errMsg).toBe('request:fail timeout');
  await test.clock.advance(1000);
  test.wx.request({ url: 'https://api.test/', timeout: 10_000, ...second });
  await test.phone.settle();
  expect(second.result.errMsg).toBe('request:fail timeout');
});

it.each([
  ['virtual', {}],
  ['system', { clock: systemClock }],
])('waits for a real socket under the %s clock', async (_name, options) => {
  const server = createServer((_request, response) => {
    setTimeout(() => response.end('"late"'), 30);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    const { phone, wx } = testPhone({ ...options, fetch });
    const outcome = record();
    wx.request({ url: `http://127.0.0.1:${port}/`, header: { connection: 'close' }, ...outcome });
    await phone.settle();
    expect(outcome.result).toMatchObject({ data: 'late', statusCode: 200 });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

it('ends although WeChat never answers a call', async () => {
  const test: ReturnType<typeof testPhone> = testPhone({
    wechat: {
      ...testPhone().wechat,
      issueCode: async () => {
        await test.clock.sleep(Number.POSITIVE_INFINITY);
        return '';
      },
    },
  });
  test.wx.login({ complete() {} });
  await test.phone.settle();
  expect(test.phone.pending).toBe(1);
});
