/** Commands of the package, all run by one process. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** The end of a command. */
export interface Ended {
  /** The exit code; null after a mistake. */
  readonly code: number | null;
  /** Standard output of the command. */
  readonly output: string;
  /** The text of a user's mistake. The program prints it and exits with the code for mistakes. */
  readonly mistake?: string;
}

/** The process, and its end, which is a failure. */
let running: { child: ChildProcess; exit: Promise<never> } | undefined;
afterAll(() => {
  running?.child.disconnect();
  running = undefined;
});

/** Starts the process. Its progress output is dropped. */
function start() {
  const child = fork(path.join(__dirname, 'command-child.ts'), [], {
    cwd: path.resolve(__dirname, '../..'),
    execArgv: ['--import', 'tsx'],
    // Without this, Jest's NODE_ENV changes what Vite builds.
    env: { ...process.env, NODE_ENV: undefined },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const exit = once(child, 'exit').then(([code]): never => {
    throw new Error(`the process of the commands ended with ${code}`);
  });
  exit.catch(() => {});
  return { child, exit };
}

/**
 * Runs a command. One at a time.
 * @param args as after `miniprogram-phone` on the command line
 * @throws Error when the process ends
 */
export async function command(...args: string[]): Promise<Ended> {
  running ??= start();
  const { child, exit } = running;
  const ended = once(child, 'message');
  child.send(args);
  const [message] = await Promise.race([ended, exit]);
  return message as Ended;
}
