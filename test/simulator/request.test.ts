/** wx.request: the sent request and the received response. */
import { json, testPhone } from './support/phone';
import { send, URL_OF } from './support/send';

describe('the sent request', () => {
  it('is a GET with JSON content type and WeChat’s referer', async () => {
    const test = testPhone();
    await send(test, { header: { 'X-Mine': 'yes', Referer: 'https://else.test' } });
    const [request] = test.received;
    expect(request?.method).toBe('GET');
    expect(Object.fromEntries(request?.headers ?? [])).toEqual({
      'content-type': 'application/json',
      referer: 'https://servicewechat.com/wxtest/0/page-frame.html',
      'x-mine': 'yes',
    });
  });

  it.each([
    [{ a: 1, 'ä&': '= /' }, `${URL_OF}?a=1&%C3%A4%26=%3D%20%2F`],
    [{}, URL_OF],
    // WeChat does not turn a string into a query.
    ['x=1', URL_OF],
    [{ o: { k: [1] }, n: null }, `${URL_OF}?o=%7B%22k%22%3A%5B1%5D%7D&n=null`],
  ])('encodes the data of a GET into the URL: %p', async (data, url) => {
    const test = testPhone();
    await send(test, { data });
    expect(test.received[0]?.url).toBe(url);
  });

  it('adds to an existing query', async () => {
    const test = testPhone();
    await send(test, { url: `${URL_OF}?old=1`, data: { next: 2 } });
    expect(test.received[0]?.url).toBe(`${URL_OF}?old=1&next=2`);
  });

  it('sends an object as JSON, or as a form if the header says so in any case', async () => {
    const test = testPhone();
    const data = { name: '林 & 晓', list: 1 };
    await send(test, { method: 'POST', data });
    await send(test, {
      method: 'POST',
      data,
      header: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    expect(test.received.map(({ body }) => body)).toEqual([
      '{"name":"林 & 晓","list":1}',
      'name=%E6%9E%97%20%26%20%E6%99%93&list=1',
    ]);
  });

  it('sends text and bytes unchanged', async () => {
    const test = testPhone();
    const bytes = new Uint8Array([1, 2]).buffer;
    await send(test, { method: 'PUT', data: 'plain' });
    await send(test, { method: 'PUT', data: bytes });
    expect(test.received.map(({ body }) => body)).toEqual(['plain', bytes]);
  });
});

describe('what comes back', () => {
  it.each([200, 204, 301, 401, 404, 500])('status %i goes to success', async (status) => {
    const body = status === 204 ? null : '{}';
    const outcome = await send(testPhone({}, () => new Response(body, { status })));
    expect(outcome.order).toEqual(['success', 'complete']);
    expect(outcome.result).toMatchObject({ statusCode: status, errMsg: 'request:ok' });
  });

  it('is parsed once as JSON; other text stays text', async () => {
    expect((await send(testPhone({}, () => json('{"a":1}')))).result.data).toBe('{"a":1}');
    expect((await send(testPhone({}, () => json({ a: 1 })))).result.data).toEqual({ a: 1 });
    expect((await send(testPhone({}, () => new Response('true')))).result.data).toBe(true);
    expect((await send(testPhone({}, () => new Response('<h1>500')))).result.data).toBe('<h1>500');
    expect((await send(testPhone({}, () => new Response('')))).result.data).toBe('');
  });

  it('is not parsed with another dataType, and is bytes with responseType arraybuffer', async () => {
    const test = testPhone({}, () => json({ a: 1 }));
    expect((await send(test, { dataType: '其他' })).result.data).toBe('{"a":1}');
    expect((await send(test, { responseType: 'arraybuffer' })).result.data).toBeInstanceOf(ArrayBuffer);
  });

  it('has header names in lower case, and cookies from base library 2.10.0 on', async () => {
    const answer = () =>
      new Response('', {
        headers: [
          ['X-Made-By', 'me'],
          ['Set-Cookie', 'a=1'],
          ['Set-Cookie', 'b=2'],
        ],
      });
    const { result } = await send(testPhone({}, answer));
    expect(result.header).toMatchObject({ 'x-made-by': 'me' });
    expect(result.cookies).toEqual(['a=1', 'b=2']);
    expect((await send(testPhone({ sdkVersion: '2.9.5' }, answer))).result).not.toHaveProperty('cookies');
  });

  it('calls onHeadersReceived first', async () => {
    const { wx, phone } = testPhone();
    const order: string[] = [];
    const task = wx.request({ url: URL_OF, success: () => order.push('success') });
    task.onHeadersReceived(({ statusCode }) => order.push(`headers ${statusCode}`));
    await phone.settle();
    expect(order).toEqual(['headers 200', 'success']);
  });
});

it('returns a task, never a promise', async () => {
  const { wx, phone } = testPhone();
  const task = wx.request({ url: URL_OF });
  expect(task).not.toHaveProperty('then');
  expect(task.abort).toBeInstanceOf(Function);
  await phone.settle();
});
