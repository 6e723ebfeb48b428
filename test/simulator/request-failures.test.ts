/** wx.request: failures; time limits: test/conformance/request-limits.test.ts. */
import { json, record, testPhone } from './support/phone';
import { send, URL_OF } from './support/send';

describe('failures', () => {
  const hang = (test: ReturnType<typeof testPhone>) => test.clock.sleep(Number.POSITIVE_INFINITY);
  /** A phone whose server never answers. */
  const hanging = (options = {}) => {
    const test: ReturnType<typeof testPhone> = testPhone(options, async () => {
      await hang(test);
      return json({});
    });
    return test;
  };

  it('abort: fail abort, once, also immediately after the call; nothing afterwards', async () => {
    const test = hanging();
    const outcomes = [record(), record()];
    const tasks = outcomes.map((outcome) => test.wx.request({ url: URL_OF, ...outcome }));
    tasks[0]?.abort();
    // Wait until the second request has reached the server.
    while (test.received.length === 0) await new Promise((resolve) => setImmediate(resolve));
    tasks[1]?.abort();
    tasks[1]?.abort();
    await test.phone.settle();
    for (const { order, result } of outcomes) {
      expect(order).toEqual(['fail', 'complete']);
      expect(result.errMsg).toBe('request:fail abort');
    }
    expect(test.received).toHaveLength(1);
    const done = record();
    const other = testPhone();
    const task = other.wx.request({ url: URL_OF, ...done });
    await other.phone.settle();
    task.abort();
    await other.phone.settle();
    expect(done.order).toEqual(['success', 'complete']);
  });

  it('offline: fails without a request; going offline ends pending requests', async () => {
    const offline = testPhone({ online: false });
    expect((await send(offline)).result).toEqual({
      errMsg: 'request:fail errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED',
      errno: 600001,
    });
    expect(offline.received).toEqual([]);
    const test = hanging();
    const outcome = record();
    test.wx.request({ url: URL_OF, ...outcome });
    while (test.received.length === 0) await new Promise((resolve) => setImmediate(resolve));
    test.phone.setOnline(false);
    await test.phone.settle();
    expect(outcome.result.errMsg).toMatch(/ERR_INTERNET_DISCONNECTED/);
  });

  it.each([
    ['ECONNREFUSED', 'ERR_CONNECTION_REFUSED'],
    ['ENOTFOUND', 'ERR_NAME_NOT_RESOLVED'],
    [undefined, 'ERR_CONNECTION_RESET'],
  ])('a network error (%s) is a fail with Chromium’s name for it', async (code, name) => {
    const test = testPhone({}, () => {
      throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code }) });
    });
    const { result } = await send(test);
    expect(result).toMatchObject({
      errno: 600001,
      errMsg: expect.stringMatching(`^request:fail .*${name}$`),
    });
  });

  it('an interrupted response is a fail', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('cut')) });
    const { result } = await send(testPhone({}, () => new Response(body)));
    expect(result.errMsg).toMatch(/^request:fail .*ERR_CONNECTION_RESET$/);
  });
});
