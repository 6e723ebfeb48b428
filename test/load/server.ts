/** Starts the mock in a separate process, so that a crash is noticed and its memory can be measured. */
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { Target } from './exchange';

/** A mock under load. */
export interface Server extends Target {
  /** Its console output: empty unless there is a bug. */
  complaints(): string;
  /** Resets the mock, and creates the session that later requests use. */
  reset(): Promise<void>;
  /** Heap in use, bytes: after garbage collection and with nothing stored. */
  memory(): Promise<number>;
  stop(): void;
}

const TIMES_MS = 30_000;

/** The next message of the process. Rejects when the process ends or the time limit passes. */
function next<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the mock does not answer')), TIMES_MS);
    const settle = (act: () => void) => {
      clearTimeout(timer);
      child.off('exit', onExit);
      child.off('message', onMessage);
      act();
    };
    const onExit = (code: number | null) => settle(() => reject(new Error(`the mock ended with ${code}`)));
    const onMessage = (message: unknown) => settle(() => resolve(message as T));
    child.on('exit', onExit);
    child.on('message', onMessage);
  });
}

/** Starts the process. */
export async function startServer(): Promise<Server> {
  const child = fork(path.join(__dirname, 'server-process.ts'), {
    execArgv: ['--expose-gc', '--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let complaints = '';
  const listen = (chunk: Buffer) => {
    complaints += chunk;
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  const { port } = await next<{ port: number }>(child);
  const origin = `http://127.0.0.1:${port}`;
  let session = '';
  let codes = 0;
  const code = () => {
    codes += 1;
    return `code-${String(codes).padStart(11, '0')}`;
  };
  const reset = async () => {
    // A generated request may have switched the scenario.
    await fetch(`${origin}/__mock__/scenario`, { method: 'POST', body: '{"name":"guest"}' });
    await fetch(`${origin}/__mock__/reset`, { method: 'POST' });
    const answer = await fetch(`${origin}/api/index/onlogin?code=${code()}`);
    session = ((await answer.json()) as { rd3_session: string }).rd3_session;
  };
  await reset();
  return {
    port,
    session: () => session,
    code,
    complaints: () => complaints,
    reset,
    async memory() {
      await reset();
      const answer = next<{ heap: number }>(child);
      child.send('memory');
      return (await answer).heap;
    },
    stop() {
      child.kill();
    },
  };
}
