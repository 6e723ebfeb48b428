/** `npm run mock` as a command line. */
import { startMockFrom } from '../../mock-server/environment';
import { type HttpMock, startHttpMock } from '../../mock-server/http';
import { runMock, startMockProcess } from './mock-process';

test('prints its addresses, serves, and stops on SIGTERM', async () => {
  const { origin, output, stop } = await startMockProcess({ MOCK_PORT: '0', MOCK_SCENARIO: 'returning' });
  expect(output.out).toContain(`${origin}/__mock__/`);
  expect(output.out).toMatch(/Scenario\s+returning/);
  expect(output.out).toMatch(/Store\s+memory/);
  expect(output.out).toMatch(/WeChat\s+simulated/);
  const answer = await fetch(`${origin}/api/index/onlogin?code=any-code-1`);
  expect(await answer.json()).toMatchObject({ user_info: { nickName: '林小满' } });
  expect(await stop()).toBe(0);
  expect(output.err).toBe('');
});

let busy: HttpMock;
beforeAll(async () => {
  busy = await startHttpMock({ port: 0 });
});
afterAll(() => busy.close());

test('a wrong setting is one clear line, and a failure', async () => {
  const { output, exit } = runMock({ MOCK_PORT: String(busy.port) });
  expect(await exit).toBe(1);
  expect(output).toEqual({
    out: '',
    err: `Port ${busy.port} on 127.0.0.1 is in use by another program; choose another with MOCK_PORT\n`,
  });
});

test.each([
  [
    { MOCK_PORT: '0', MOCK_STORE: 'redis://:hush@127.0.0.1:1' },
    /^MOCK_STORE: Redis at redis:\/\/127\.0\.0\.1:1 cannot be reached \(.*\)$/,
  ],
  [
    { MOCK_PORT: '0', MOCK_STORE: 'memory' },
    /^MOCK_STORE: not an address of Redis, expected redis:\/\/host:port$/,
  ],
  [{ MOCK_PORT: 'x' }, /^MOCK_PORT: expected a port number, got "x"$/],
  [{ MOCK_PORT: '0', WX_APPID: 'wx1' }, /^WX_APPID and WX_SECRET belong together: set both, or neither$/],
  [{ MOCK_PORT: '0', MOCK_SCENARIO: 'nope' }, /^Unknown scenario "nope"\. Known: .*$/],
])('%j: the error names the setting to change', async (env, line) => {
  const reports: string[] = [];
  await expect(startMockFrom(env, (message) => reports.push(message))).rejects.toThrow(line);
  expect(reports).toEqual([]);
});
