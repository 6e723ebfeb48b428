/** wx.request: time limits, number of requests, background, failures. */
import { createVirtualClock } from '../../simulator/phone/clock';
import { send, URL_OF } from '../simulator/support/send';
import { json, record, type TestPhone, testPhone } from './support/phone';

/** A phone whose server answers after this time, ms of the phone's clock. */
function slow(ms: number, options: Parameters<typeof testPhone>[0] = {}): TestPhone {
  const test: TestPhone = testPhone(options, async () => {
    await test.clock.sleep(ms);
    return json({});
  });
  return test;
}

test('a request times out after 60 s [typings 10903; wx.request]', async () => {
  const test = slow(Number.POSITIVE_INFINITY);
  const started = test.clock.now();
  expect((await send(test)).order).toEqual(['fail', 'complete']);
  expect(test.clock.now() - started).toBe(60_000);
});

test('the request’s own timeout has an effect from 2.10.0 on [typings 10901; wx.request]', async () => {
  const waited = async (sdkVersion: string) => {
    const test = slow(Number.POSITIVE_INFINITY, { sdkVersion });
    const started = test.clock.now();
    await send(test, { timeout: 3000 });
    return test.clock.now() - started;
  };
  expect([await waited('2.9.9'), await waited('2.10.0')]).toEqual([60_000, 3000]);
});

test('networkTimeout of app.json applies; the request’s own timeout has priority [page framework/ability/network.html]', async () => {
  const waited = async (option: object) => {
    const test = slow(Number.POSITIVE_INFINITY);
    test.phone.attach({
      config: { networkTimeout: { request: 7000 } },
      pages: () => [],
      navigate: async () => {},
    });
    const started = test.clock.now();
    await send(test, option);
    return test.clock.now() - started;
  };
  expect([await waited({}), await waited({ timeout: 9000 })]).toEqual([7000, 9000]);
});

test('a timeout fails with `timeout` and errno 5 [community https://github.com/Alan1034/network-spanner]', async () => {
  const { result } = await send(slow(Number.POSITIVE_INFINITY));
  expect(result).toEqual({ errMsg: 'request:fail timeout', errno: 5 });
});

test('abort exists from 1.4.0 on, and ends the request with `abort`, then complete [typings 20696; RequestTask.abort]', async () => {
  const test = slow(1000);
  const outcome = record();
  const task = test.wx.request({ url: URL_OF, ...outcome });
  task.abort();
  await test.phone.settle();
  expect(outcome.order).toEqual(['fail', 'complete']);
  expect(outcome.result.errMsg).toBe('request:fail abort');
});

test('at most ten requests run at the same time [page framework/ability/network.html]', async () => {
  const clock = createVirtualClock();
  let most = 0;
  let now = 0;
  const test = testPhone({ clock }, async () => {
    now += 1;
    most = Math.max(most, now);
    await clock.sleep(1000);
    now -= 1;
    return json({});
  });
  const outcomes = Array.from({ length: 25 }, () => record());
  for (const outcome of outcomes) test.wx.request({ url: URL_OF, ...outcome });
  await test.phone.settle();
  expect(most).toBe(10);
});

test('the eleventh request waits; it does not fail [choice]', async () => {
  const test = slow(1000);
  const outcomes = Array.from({ length: 11 }, () => record());
  for (const outcome of outcomes) test.wx.request({ url: URL_OF, ...outcome });
  await test.phone.settle();
  expect(outcomes.map(({ order }) => order[0])).toEqual(outcomes.map(() => 'success'));
});

test('after 5 s in the background a request in flight fails with `interrupted` [page framework/ability/network.html]', async () => {
  const test = slow(8000);
  const started = test.clock.now();
  const outcome = record();
  test.wx.request({ url: URL_OF, ...outcome });
  test.phone.hide();
  await test.phone.settle();
  expect(outcome.result.errMsg).toBe('request:fail interrupted');
  expect(test.clock.now() - started).toBe(5000);
});

test('a request in flight continues if the mini-program is back within 5 s [page framework/ability/network.html]', async () => {
  const test = slow(8000);
  const outcome = record();
  test.wx.request({ url: URL_OF, ...outcome });
  test.phone.hide();
  await test.clock.advance(4999);
  test.phone.show();
  await test.phone.settle();
  expect(outcome.order[0]).toBe('success');
});

test('in the background no request can be sent [page framework/ability/network.html]', async () => {
  const test = testPhone();
  test.phone.hide();
  expect((await send(test)).order).toEqual(['fail', 'complete']);
  expect(test.received).toEqual([]);
  test.phone.show();
  expect((await send(test)).order[0]).toBe('success');
});

test('both failures in the background have errno 600003 [community https://github.com/Alan1034/network-spanner]', async () => {
  const test = testPhone();
  test.phone.hide();
  expect((await send(test)).result).toEqual({ errMsg: 'request:fail interrupted', errno: 600003 });
});

test('a network failure has errno 600001 and Chromium’s name for the failure [community https://github.com/Alan1034/network-spanner]', async () => {
  const refused = Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } });
  const test = testPhone({}, () => Promise.reject(refused));
  expect((await send(test)).result).toEqual({
    errMsg: expect.stringMatching(/^request:fail .*ERR_CONNECTION_REFUSED/),
    errno: 600001,
  });
});

test('data that cannot be serialised fails with errno 600010 [community https://github.com/Alan1034/network-spanner]', async () => {
  const round: Record<string, unknown> = {};
  round.self = round;
  const { result } = await send(testPhone(), { method: 'POST', data: round });
  expect(result).toEqual({ errMsg: 'request:fail data serialize failed', errno: 600010 });
});

test('an invalid address fails with errno 600009 [community https://github.com/Alan1034/network-spanner]', async () => {
  for (const url of ['nonsense', 'ftp://x.test/', '/path']) {
    const { result } = await send(testPhone(), { url });
    expect(result).toEqual({ errMsg: `request:fail invalid url "${url}"`, errno: 600009 });
  }
});
