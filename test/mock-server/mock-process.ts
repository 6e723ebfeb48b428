/** `npm run mock` in a separate process, without npm and gulp in between. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** Starting a program takes seconds on a busy machine. */
jest.setTimeout(60_000);

const root = path.resolve(__dirname, '../..');
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** A mock in a separate process. */
interface RunningProgram {
  readonly child: ChildProcess;
  /** Its output so far. */
  readonly output: { readonly out: string; readonly err: string };
  /** Its exit code; null when a signal ended it. */
  readonly exit: Promise<number | null>;
}

/** Runs the program with these environment variables. The test's own variables for the mock are removed. */
export function runMock(env: Readonly<Record<string, string>>): RunningProgram {
  const { WX_APPID, WX_SECRET, MOCK_SCENARIO, MOCK_PORT, MOCK_STORE, ...rest } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'mock-server/main.ts'], {
    cwd: root,
    env: { ...rest, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
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

/** A mock that is ready. */
export interface MockProcess extends RunningProgram {
  readonly origin: string;
  /** Sends SIGTERM. Resolves to the exit code. */
  stop(): Promise<number | null>;
}

/** Like `runMock`; resolves when the mock is ready. Rejects with its error output when it ends. */
export async function startMockProcess(env: Readonly<Record<string, string>>): Promise<MockProcess> {
  const program = runMock(env);
  const { child, output, exit } = program;
  const ended = exit.then(() => {
    throw new Error(`the mock ended: ${output.err}`);
  });
  ended.catch(() => {});
  while (!/^WeChat /m.test(output.out)) await Promise.race([once(child.stdout ?? child, 'data'), ended]);
  return {
    ...program,
    origin: /Mock API\s+(\S+)/.exec(output.out)?.[1] ?? '',
    stop() {
      child.kill('SIGTERM');
      return exit;
    },
  };
}
