/** Runs `npm run shots` as a command line. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';

const repository = path.resolve(__dirname, '../..');

/** Runs the command with these arguments. */
export async function shots(...args: string[]): Promise<{ code: number; said: string; complained: string }> {
  const child = spawn(process.execPath, ['scripts/run.cjs', 'shots', ...args], {
    cwd: repository,
    // Without this, Jest's NODE_ENV changes what Vite builds.
    env: { ...process.env, NODE_ENV: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, complained, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code, said, complained };
}
