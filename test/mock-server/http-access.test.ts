/** Access to the HTTP door: allowed hosts and origins, and files and headers that no request may reach or set. */
import { CHECK, statusOf, useHttpMock } from './http-mock';
import { raw, requestText } from './raw-http';

const mock = useHttpMock();

describe('allowed clients', () => {
  test.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:3000', '192.168.1.2:3000'])(
    'Host %s is refused (DNS rebinding)',
    async (host) => {
      for (const path of [CHECK, '/__mock__/state']) {
        const answer = await raw(mock.port, requestText(`GET ${path} HTTP/1.1`, { host }));
        expect(statusOf(answer)).toBe(403);
        expect(answer).toContain('host: this mock accepts localhost');
      }
    },
  );

  test.each(['localhost', 'localhost:3000', '127.0.0.1:80', '[::1]:3000', 'LOCALHOST'])(
    'Host %s is served',
    async (host) => {
      expect(statusOf(await raw(mock.port, requestText(`GET ${CHECK} HTTP/1.1`, { host })))).toBe(200);
    },
  );

  const withOrigin = (origin: string, init: RequestInit = {}) =>
    fetch(mock.origin + CHECK, { ...init, headers: { origin, ...init.headers } });

  test.each([
    'http://localhost:5173',
    'https://localhost',
    'http://127.0.0.1:8080',
    'https://servicewechat.com',
  ])('a page of %s may read the answer', async (origin) => {
    const answer = await withOrigin(origin);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    expect(answer.headers.get('vary')).toBe('origin');
  });

  test.each(['https://evil.example', 'http://localhost.evil.example', 'http://127.0.0.1.nip.io:3000'])(
    'a page of %s is refused',
    async (origin) => {
      const answer = await withOrigin(origin);
      expect(answer.status).toBe(403);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  test.each(['null', 'app://wechat-devtools'])(
    '%s gets a response, but no page may read it',
    async (origin) => {
      const answer = await withOrigin(origin);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  test('an embedded request is refused from another site, and allowed from a page of this machine', async () => {
    const ask = (path: string, headers: Record<string, string>) => fetch(mock.origin + path, { headers });
    for (const path of [CHECK, '/avatars/lin.png', '/__mock__/state', '/__mock__/page.js']) {
      const foreign = await ask(path, { 'sec-fetch-site': 'cross-site' });
      expect(foreign.status).toBe(403);
      expect(await foreign.text()).toContain(
        'sec-fetch-site: this mock accepts requests from pages of this machine only',
      );
      expect((await ask(path, { 'sec-fetch-site': 'cross-site', origin: 'null' })).status).toBe(403);
      expect((await ask(path, { 'sec-fetch-site': 'same-site' })).status).not.toBe(403);
      const local = { 'sec-fetch-site': 'cross-site', origin: 'https://servicewechat.com' };
      expect((await ask(path, local)).status).not.toBe(403);
    }
  });

  test('a link of another site may lead to the control page', async () => {
    // Raw HTTP: `fetch` would send another `sec-fetch-mode`.
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    const statusOf = async (line: string) =>
      (await raw(mock.port, requestText(`${line} HTTP/1.1`, headers))).slice(9, 12);
    expect(await statusOf('GET /__mock__/')).toBe('200');
    expect(await statusOf('POST /__mock__/expire')).toBe('403');
  });

  test('pictures and files of the control page declare which pages may embed them', async () => {
    const policyOf = async (path: string) =>
      (await fetch(mock.origin + path)).headers.get('cross-origin-resource-policy');
    expect(await policyOf('/avatars/lin.png')).toBe('same-site');
    expect(await policyOf('/__mock__/page.js')).toBe('same-origin');
  });

  test("the control page's own icon does not violate its policy", async () => {
    const page = await fetch(`${mock.origin}/__mock__/`);
    expect(await page.text()).toContain('<link rel="icon" href="data:,"');
    expect(page.headers.get('content-security-policy')).toContain("img-src 'self' data:");
  });

  test('the preflight of a cross-origin request', async () => {
    const ask = (origin: string) =>
      fetch(`${mock.origin}/api/index/setuserinfo`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
    const yes = await ask('http://localhost:5173');
    expect(yes.status).toBe(204);
    expect(yes.headers.get('access-control-allow-methods')).toBe('GET, POST');
    expect(yes.headers.get('access-control-allow-headers')).toBe(
      'authorization, content-type, x-mock-scenario',
    );
    expect((await ask('https://evil.example')).status).toBe(403);
  });

  test.each([
    '/avatars/../package.json',
    '/avatars/..%2f..%2fpackage.json',
    '/__mock__/../package.json',
    '/__mock__/routes.ts',
    '/__mock__/__proto__',
    '//etc/passwd',
  ])('%s is not found', async (path) => {
    expect(statusOf(await raw(mock.port, requestText(`GET ${path} HTTP/1.1`)))).toBe(404);
  });

  test('no request can set a response header', async () => {
    const answer = await raw(
      mock.port,
      requestText('GET /x%0d%0aset-cookie:%20a=b HTTP/1.1', { origin: 'http://localhost\tx' }),
    );
    expect(answer.toLowerCase()).not.toContain('\nset-cookie');
    await mock.expectAlive();
  });
});
