/** The HTTP door with hostile and faulty clients. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { type HttpMock, startHttpMock } from '../../mock-server/http';
import { createMemoryStores } from '../../mock-server/store/memory-stores';
import { CHECK, statusOf, useHttpMock } from './http-mock';
import { raw, requestText } from './raw-http';

const mock = useHttpMock();

describe('invalid HTTP', () => {
  test.each([
    ['noise', 'hello\r\n\r\n', 400],
    ['TLS', new Uint8Array([0x16, 3, 1, 0, 0xa5, 1, 0, 0, 0xa1, 3, 3, 0]), 400],
    ['no Host', 'GET / HTTP/1.1\r\nconnection: close\r\n\r\n', 400],
    ['a bad header', requestText('GET / HTTP/1.1', { 'bad header': 'x' }), 400],
    ['two lengths', requestText('POST / HTTP/1.1', { 'content-length': '1\r\ncontent-length: 2' }), 400],
    [
      'a length and chunks',
      requestText('POST / HTTP/1.1', { 'content-length': '5', 'transfer-encoding': 'chunked' }, '0\r\n\r\n'),
      400,
    ],
    [
      'bad chunks',
      requestText('POST /api/index/setuserinfo HTTP/1.1', { 'transfer-encoding': 'chunked' }, 'zz\r\n'),
      400,
    ],
    ['a request line without a path', requestText('OPTIONS * HTTP/1.1'), 400],
    ['large headers', requestText('GET / HTTP/1.1', { 'x-large': 'x'.repeat(20_000) }), 431],
  ])('%s: answered, and the server still works', async (_what, text, expected) => {
    const answer = await raw(mock.port, text);
    expect(statusOf(answer)).toBe(expected);
    await mock.expectAlive();
  });

  test('a parse error is answered in JSON', async () => {
    const answer = await raw(mock.port, 'hello\r\n\r\n');
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toEqual({
      code: 0,
      msg: 'not a valid HTTP request',
    });
  });

  test('an absolute URL in the request line works like a path', async () => {
    const answer = await raw(mock.port, requestText(`GET http://127.0.0.1${CHECK} HTTP/1.1`));
    expect(statusOf(answer)).toBe(200);
  });

  test.each(['CONNECT example.com:443 HTTP/1.1', 'PRI * HTTP/2.0', 'TRACE / HTTP/1.1', 'BREW / HTTP/1.1'])(
    '%s causes no error',
    async (line) => {
      await raw(mock.port, requestText(line));
      await mock.expectAlive();
    },
  );

  test('a refused expectation is answered at once, and the connection stays until the body has arrived', async () => {
    const patient = await startHttpMock({ port: 0 });
    const socket = connect(patient.port, '127.0.0.1');
    const seen: string[] = [];
    socket.on('error', (error) => seen.push(error.message));
    socket.on('end', () => seen.push('end'));
    socket.on('data', (chunk) => seen.push(String(chunk)));
    const headers = { expect: 'the unexpected', 'content-length': '5' };
    socket.write(requestText('POST /api/index/setuserinfo HTTP/1.1', headers));
    while (seen.length === 0) await fetch(patient.origin + CHECK);
    // If the server closes the connection, it does so within this time.
    await fetch(patient.origin + CHECK);
    expect(seen).toEqual([
      expect.stringMatching(/^HTTP\/1\.1 417 [\s\S]*only 100-continue can be expected"\}$/),
    ]);
    socket.write('hello');
    await once(socket, 'close');
    expect(seen.slice(1)).toEqual(['end']);
    await patient.close();
  });

  test('pipelined requests are answered in order', async () => {
    const first = `GET ${CHECK} HTTP/1.1\r\nhost: localhost\r\n\r\n`;
    const answer = await raw(mock.port, first, first, requestText('GET /nope HTTP/1.1'));
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200', 'HTTP/1.1 404']);
  });

  test('bad percent encodings', async () => {
    for (const query of ['%', '%zz', '%ff%fe', '%00', '%ed%a0%80']) {
      const answer = await raw(
        mock.port,
        requestText(`GET /api/index/check_3rdsession?rd3_session=${query} HTTP/1.1`),
      );
      expect(statusOf(answer)).toBe(200);
      expect(answer).toMatch(/\r\n\r\nfalse$/);
    }
  });
});

describe('bodies', () => {
  const post = 'POST /api/index/setuserinfo HTTP/1.1';

  test('a body that is too slow: 408', async () => {
    const answer = await raw(mock.port, requestText(post, { 'content-length': '100' }, 'rd3_session='));
    expect(statusOf(answer)).toBe(408);
    await mock.expectAlive();
  });

  test('headers that are too slow: 408', async () => {
    expect(statusOf(await raw(mock.port, 'GET / HTTP/1.1\r\nhost: localhost\r\n'))).toBe(408);
  });

  describe('large bodies', () => {
    // The default time limit: on a busy machine these requests may take longer than this file's limit.
    let patient: HttpMock;
    beforeAll(async () => {
      patient = await startHttpMock({ port: 0, closeGrace: 0 });
    });
    afterAll(() => patient.close());

    test('an endless body: refused, and the connection ends', async () => {
      const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
      const chunks = Array.from({ length: 300 }, () => chunk);
      const start = requestText(post, { 'transfer-encoding': 'chunked', connection: 'keep-alive' });
      const answer = await raw(patient.port, start, ...chunks);
      // The client never reads, so the server may close the connection before the refusal arrives.
      expect([413, Number.NaN]).toContain(statusOf(answer));
    });

    test('5 MB from a client that reads: 413', async () => {
      const answer = await fetch(`${patient.origin}/api/index/setuserinfo`, {
        method: 'POST',
        body: new Uint8Array(5_000_000),
      });
      expect(answer.status).toBe(413);
    });

    afterEach(async () => {
      const answer = await fetch(patient.origin + CHECK);
      expect(await answer.text()).toBe('false');
    });
  });

  test('a client that disconnects in the middle', async () => {
    const { connect } = await import('node:net');
    const socket = connect(mock.port, '127.0.0.1');
    await new Promise((resolve) => {
      socket.write(requestText(post, { 'content-length': '100' }, 'half'), resolve);
    });
    socket.destroy();
    await mock.expectAlive();
  });
});

describe('the port', () => {
  test('a port in use: a clear one-line error', async () => {
    await expect(startHttpMock({ port: mock.port })).rejects.toThrow(
      new Error(`Port ${mock.port} on 127.0.0.1 is in use by another program`),
    );
  });

  test('a failed start is an error, and leaves no port open', async () => {
    await expect(startHttpMock({ port: 0, scenario: 'nope' })).rejects.toThrow(/Unknown scenario "nope"/);
    const free = await startHttpMock({ port: 0 });
    await free.close();
    const stores = createMemoryStores();
    jest.spyOn(stores, 'open').mockImplementation(() => {
      throw new Error('no store');
    });
    const close = jest.spyOn(stores, 'close');
    await expect(startHttpMock({ port: free.port, stores })).rejects.toThrow('no store');
    expect(close).toHaveBeenCalledTimes(1);
    await expect(fetch(free.origin + CHECK)).rejects.toThrow('fetch failed');
  });

  test('close lets a pending response finish, and ends hanging ones', async () => {
    const own = await startHttpMock({ port: 0, scenario: 'guest', closeGrace: 50 });
    const world = await own.worlds.get('guest');
    world.addFault({ on: 'check_3rdsession', kind: 'delay', ms: 10, times: 1 });
    world.addFault({ on: 'onlogin', kind: 'hang' });
    const finishing = fetch(own.origin + CHECK);
    const hanging = fetch(`${own.origin}/api/index/onlogin?code=x`);
    hanging.catch(() => {});
    while (world.log.length < 1) await new Promise(setImmediate);
    await own.close();
    expect(await (await finishing).text()).toBe('false');
    await expect(hanging).rejects.toThrow('fetch failed');
    await expect(fetch(own.origin + CHECK)).rejects.toThrow('fetch failed');
  });
});
