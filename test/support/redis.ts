/** A private Redis process for one test file: free port, temporary folder. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { describeSkipped } from './skipped';
import { temporaryFolder } from './temporary-folder';

/** Starting a process is slow on a busy machine. */
jest.setTimeout(60_000);

const PROGRAM = process.env.REDIS_SERVER || 'redis-server';

/** True if this machine can run Redis: `REDIS_SERVER`, or `redis-server` on the PATH. */
export const hasRedis = spawnSync(PROGRAM, ['--version'], { stdio: 'ignore' }).status === 0;

/**
 * `describe` for tests that need Redis. Without Redis they are skipped, and the end of the run prints the reason. With
 * `CI=true` they fail instead.
 */
export function describeWithRedis(name: string, tests: () => void): void {
  if (hasRedis) {
    describe(name, tests);
    return;
  }
  const missing = `${PROGRAM} cannot be run: install redis-server, or set REDIS_SERVER to its path`;
  if (process.env.CI === 'true') {
    test(`${name}: needs Redis`, () => {
      throw new Error(missing);
    });
    return;
  }
  describeSkipped(name, missing, tests);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
}

/** A running Redis. Every confirmed write is on disk, so the process can be killed at any moment. */
export interface TestRedis {
  /** `redis://127.0.0.1:<port>`. */
  readonly url: string;
  /** Ends the process with SIGKILL, like a power cut. */
  kill(): Promise<void>;
  /** Starts it again on the same port, with the data on disk. */
  start(): Promise<void>;
  /** Suspends the process: connections stay open and get no answer. */
  freeze(): void;
  thaw(): void;
  /** Ends the process and removes its files. */
  close(): Promise<void>;
}

/**
 * Starts a Redis. Rejects with its output if the process ends at once.
 * @param options further command-line options, e.g. `--cluster-enabled yes`.
 */
export async function startRedis(options: readonly string[] = []): Promise<TestRedis> {
  const port = await freePort();
  const folder = temporaryFolder('mock-redis-');
  let running: ChildProcess | null = null;

  async function start(): Promise<void> {
    const child = spawn(
      PROGRAM,
      ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '']
        .concat(['--appendonly', 'yes', '--appendfsync', 'always'])
        .concat(['--loglevel', 'notice', '--logfile', ''])
        .concat(options),
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    running = child;
    await new Promise<void>((resolve, reject) => {
      let output = '';
      child.once('exit', () => reject(new Error(`redis-server ended:\n${output}`)));
      child.stdout?.on('data', (chunk: Buffer) => {
        output += chunk;
        if (output.includes('Ready to accept connections')) resolve();
      });
    });
  }

  async function kill(): Promise<void> {
    const child = running;
    running = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    start,
    freeze: () => running?.kill('SIGSTOP'),
    thaw: () => running?.kill('SIGCONT'),
    async close() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
