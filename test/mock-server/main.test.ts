/** `npm run mock`, as a person runs it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { startHttpMock } from '../../mock-server/http';

const root = path.resolve(__dirname, '../..');
const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});

function run(env: Record<string, string>) {
  const { WX_APPID, WX_SECRET, MOCK_SCENARIO, ...rest } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'mock-server/main.ts'], {
    cwd: root,
    env: { ...rest, ...env },
  });
  running.add(child);
  const output = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    output.out += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    output.err += chunk;
  });
  const exit = once(child, 'exit').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  return { child, output, exit };
}

test('says what to open, serves, and stops on SIGTERM', async () => {
  const { child, output, exit } = run({ MOCK_PORT: '0', MOCK_SCENARIO: 'returning' });
  while (!output.out.includes('WeChat ')) await once(child.stdout, 'data');
  const origin = /Mock API\s+(http:\/\/127\.0\.0\.1:\d+)/.exec(output.out)?.[1];
  expect(output.out).toContain(`${origin}/__mock__/`);
  expect(output.out).toMatch(/Scenario\s+returning/);
  expect(output.out).toMatch(/WeChat\s+simulated/);
  const answer = await fetch(`${origin}/api/index/onlogin?code=any-code-1`);
  expect(await answer.json()).toMatchObject({ user_info: { nickName: '林小满' } });
  child.kill('SIGTERM');
  expect(await exit).toBe(0);
  expect(output.err).toBe('');
});

test('what is wrong is one clear line, and a failure', async () => {
  const busy = await startHttpMock({ port: 0 });
  const attempts = [
    [
      { MOCK_PORT: String(busy.port) },
      `Port ${busy.port} on 127.0.0.1 is in use by another program; choose another with MOCK_PORT\n`,
    ],
    [{ MOCK_PORT: 'x' }, 'MOCK_PORT: expected a port number, got "x"\n'],
    [{ MOCK_PORT: '0', WX_APPID: 'wx1' }, 'WX_APPID and WX_SECRET belong together: set both, or neither\n'],
    [
      { MOCK_PORT: '0', MOCK_SCENARIO: 'nope' },
      expect.stringMatching(/^Unknown scenario "nope"\. Known: .*\n$/),
    ],
  ] as const;
  await Promise.all(
    attempts.map(async ([env, line]) => {
      const { output, exit } = run(env);
      expect(await exit).toBe(1);
      expect(output.err).toEqual(line);
      expect(output.out).toBe('');
    }),
  );
  await busy.close();
});
