/** wx.request: the sent request and the received response. */
import { send, URL_OF } from '../simulator/support/send';
import { json, testPhone } from './support/phone';

const bodyOf = async (option: object) => {
  const test = testPhone();
  await send(test, { method: 'POST', ...option });
  return test.received[0]?.body;
};

test('GET data becomes the query, name and value encoded [typings 23267; wx.request]', async () => {
  const test = testPhone();
  await send(test, { data: { 'a b': '1&2', 名: '值' } });
  expect(test.received[0]?.url).toBe(`${URL_OF}?a%20b=1%262&%E5%90%8D=%E5%80%BC`);
});

test('fields of the address’s own query stay, unless data has a field of the same name [community https://github.com/chemzqm/wept]', async () => {
  const test = testPhone();
  await send(test, { url: `${URL_OF}?x=1&z=3`, data: { y: 2, z: { k: 1 } } });
  expect(test.received[0]?.url).toBe(`${URL_OF}?x=1&z=%7B%22k%22%3A1%7D&y=2`);
});

test('a GET with data loses the text after a second ? of the address, and a second = of a field with the text after it [community https://github.com/chemzqm/wept]', async () => {
  const test = testPhone();
  await send(test, { url: `${URL_OF}?u=https://b.test?c=1&k=a=b`, data: { y: 2 } });
  expect(test.received[0]?.url).toBe(`${URL_OF}?u=https://b.test&y=2`);
});

test('a GET ignores data that is a text; a typed array becomes JSON [community https://github.com/chemzqm/wept]', async () => {
  const test = testPhone();
  await send(test, { data: 'x=1' });
  expect(test.received[0]?.url).toBe(URL_OF);
  expect(await bodyOf({ data: new Uint8Array([65]) as never })).toBe('{"0":65}');
  expect(await bodyOf({ data: null as never })).toBe('null');
});

test('POST data becomes JSON [typings 23268; wx.request]', async () => {
  expect(await bodyOf({ data: { a: [1, { b: null }] } })).toBe('{"a":[1,{"b":null}]}');
});

test('POST data becomes a form with application/x-www-form-urlencoded [typings 23269; wx.request]', async () => {
  const header = { 'content-type': 'application/x-www-form-urlencoded' };
  expect(await bodyOf({ header, data: { 'a b': '1&2', c: 3 } })).toBe('a%20b=1%262&c=3');
});

test('header names are not case-sensitive [choice]', async () => {
  const header = { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' };
  expect(await bodyOf({ header, data: { a: 1 } })).toBe('a=1');
});

test('a nested object in a form is converted to a string: [object Object] [community https://github.com/chemzqm/wept]', async () => {
  const header = { 'content-type': 'application/x-www-form-urlencoded' };
  expect(await bodyOf({ header, data: { a: { b: 1 } } })).toBe('a=%5Bobject%20Object%5D');
});

test('text and bytes are sent unchanged [typings 23266; wx.request]', async () => {
  expect(await bodyOf({ data: 'plain {text}' })).toBe('plain {text}');
  const bytes = new ArrayBuffer(3);
  expect(await bodyOf({ data: bytes })).toBe(bytes);
});

test('content-type is application/json unless the mini-program sets another one [typings 10853; wx.request]', async () => {
  const test = testPhone();
  await send(test);
  expect(test.received[0]?.headers.get('content-type')).toBe('application/json');
});

test('Referer cannot be set: it is https://servicewechat.com/{appid}/{version}/page-frame.html [page framework/ability/network.html]', async () => {
  const refererOf = async (options: Parameters<typeof testPhone>[0]) => {
    const test = testPhone(options);
    await send(test, { header: { Referer: 'https://mine.test/' } });
    return test.received[0]?.headers.get('referer');
  };
  const form = (version: string) => `https://servicewechat.com/wxtest/${version}/page-frame.html`;
  expect(await refererOf({ envVersion: 'develop' })).toBe(form('0'));
  expect(await refererOf({ envVersion: 'trial' })).toBe(form('0'));
  expect(await refererOf({ envVersion: 'release' })).toMatch(/\/wxtest\/[1-9]\d*\/page-frame\.html$/);
  expect(await refererOf({ device: { platform: 'devtools' } })).toBe(form('devtools'));
});

test('every response calls success, whatever its status [page framework/ability/network.html]', async () => {
  for (const status of [200, 302, 400, 401, 404, 500, 503]) {
    const outcome = await send(testPhone({}, () => json({ status }, { status })));
    expect([outcome.order[0], outcome.result.statusCode]).toEqual(['success', status]);
  }
});

test('success receives data, statusCode, header, errMsg [typings 11134; wx.request]', async () => {
  const { result } = await send(testPhone({}, () => json({ a: 1 }, { headers: { 'X-Mine': 'yes' } })));
  expect(result).toMatchObject({ data: { a: 1 }, statusCode: 200, errMsg: 'request:ok' });
  expect(result.header).toMatchObject({ 'x-mine': 'yes' });
});

test('names of response headers are in lower case [choice]', async () => {
  const { result } = await send(testPhone({}, () => json({}, { headers: { 'X-Mine': 'yes' } })));
  expect(Object.keys(result.header as object)).toEqual(
    Object.keys(result.header as object).map((name) => name.toLowerCase()),
  );
});

test('cookies are returned from 2.10.0 on, one string each [typings 11142; wx.request]', async () => {
  const answer = () => {
    const headers = new Headers([
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
    ]);
    return new Response('{}', { headers });
  };
  expect((await send(testPhone({ sdkVersion: '2.10.0' }, answer))).result.cookies).toEqual(['a=1', 'b=2']);
  expect((await send(testPhone({ sdkVersion: '2.9.9' }, answer))).result).not.toHaveProperty('cookies');
});

test('the response is parsed once as JSON [typings 10817; wx.request]', async () => {
  expect((await send(testPhone({}, () => new Response('"{\\"a\\":1}"')))).result.data).toBe('{"a":1}');
});

test('with any other dataType the response is not parsed [typings 10817; wx.request]', async () => {
  expect(
    (
      await send(
        testPhone({}, () => json({ a: 1 })),
        { dataType: '其他' },
      )
    ).result.data,
  ).toBe('{"a":1}');
});

test('a response that is not JSON stays a text [community https://book.itxueyuan.com]', async () => {
  expect((await send(testPhone({}, () => new Response('<html>')))).result.data).toBe('<html>');
  expect((await send(testPhone({}, () => new Response(null, { status: 204 })))).result.data).toBe('');
});

test('responseType arraybuffer returns bytes [typings 10897; wx.request]', async () => {
  const { result } = await send(
    testPhone({}, () => new Response('abc')),
    { responseType: 'arraybuffer' },
  );
  expect(Object.prototype.toString.call(result.data)).toBe('[object ArrayBuffer]');
  expect((result.data as ArrayBuffer).byteLength).toBe(3);
});

test('one byte order mark is removed [page framework/ability/network.html]', async () => {
  expect((await send(testPhone({}, () => new Response('\uFEFF{"a":1}')))).result.data).toEqual({ a: 1 });
});
