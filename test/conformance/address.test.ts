/** The servers that a mini-program may reach. */
import { send } from '../simulator/support/send';
import { ask, testPhone } from './support/phone';

const LISTED = { allowedOrigins: ['https://api.test', 'https://api.test:8443'] } as const;

const errnoOf = async (url: string, options: Parameters<typeof testPhone>[0] = LISTED) =>
  (await send(testPhone(options), { url })).result.errno;

test('a request reaches only configured servers [page framework/ability/network.html]', async () => {
  expect(await errnoOf('https://api.test/path')).toBeUndefined();
  expect(await errnoOf('https://other.test/path')).toBe(600002);
  expect(await errnoOf('https://sub.api.test/path')).toBe(600002);
});

test('an address that is not configured fails with `url not in domain list`, errno 600002 [community https://github.com/Alan1034/network-spanner]', async () => {
  const { result } = await send(testPhone(LISTED), { url: 'https://other.test/' });
  expect(result).toEqual({ errMsg: 'request:fail url not in domain list', errno: 600002 });
});

test('a request must use https [page framework/ability/network.html]', async () => {
  expect(await errnoOf('http://api.test/', { allowedOrigins: ['http://api.test'] })).toBe(600002);
});

test('the port must equal the configured port; an address configured without a port must have none, not even 443 [page framework/ability/network.html]', async () => {
  expect(await errnoOf('https://api.test:8443/')).toBeUndefined();
  expect(await errnoOf('https://api.test:9443/')).toBe(600002);
  expect(await errnoOf('https://api.test:443/')).toBe(600002);
});

test('localhost and IP addresses are refused [page framework/ability/network.html]', async () => {
  for (const host of ['localhost', '127.0.0.1', '8.8.8.8', '[::1]']) {
    const origin = `https://${host}`;
    expect([host, await errnoOf(`${origin}/`, { allowedOrigins: [origin] })]).toEqual([host, 600002]);
  }
});

test('addresses of the local network are allowed from 2.4.0 on [page framework/ability/network.html]', async () => {
  for (const host of ['192.168.1.7', '10.0.0.7', '172.20.1.1']) {
    expect(await errnoOf(`http://${host}:8080/`, LISTED)).toBeUndefined();
    const old = await send(testPhone({ ...LISTED, sdkVersion: '2.3.9' }), { url: `http://${host}:8080/` });
    expect(old.order[0]).toBe('fail');
  }
});

test('api.weixin.qq.com is refused even if it is configured [page framework/ability/network.html]', async () => {
  const url = 'https://api.weixin.qq.com/sns/jscode2session';
  expect(await errnoOf(url, { allowedOrigins: ['https://api.weixin.qq.com'] })).toBe(600002);
  expect(await errnoOf(url, { allowedOrigins: null })).toBe(600002);
});

test('with the check switched off, as in DevTools, a request reaches any other server [page framework/ability/network.html]', async () => {
  for (const url of ['http://127.0.0.1:3000/', 'http://localhost/', 'https://api.test:443/']) {
    expect(await errnoOf(url, { allowedOrigins: null })).toBeUndefined();
  }
});

test('the same rules hold for uploadFile and downloadFile [page framework/ability/network.html]', async () => {
  const test = testPhone(LISTED);
  const url = 'https://other.test/';
  const up = await ask(test, (option) => test.wx.uploadFile({ url, filePath: 'x', name: 'f', ...option }));
  const down = await ask(test, (option) => test.wx.downloadFile({ url, ...option }));
  expect([up.result.errno, down.result.errno]).toEqual([600002, 600002]);
});
