/** Starts the servers for the preview's benchmarks: the project's own commands, and an empty page as the peer. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from 'playwright-core';

export const root = path.resolve(import.meta.dirname, '../..');

/** A TCP port that is free now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts one of the project's own commands and waits until it prints the preview's URL. */
export async function start(...args: string[]) {
  const [preview, mock] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, ['scripts/run.cjs', ...args], {
    cwd: root,
    env: { ...process.env, PREVIEW_PORT: String(preview), MOCK_PORT: String(mock) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = `http://127.0.0.1:${preview}/`;
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => line.includes(url) && resolve());
    child.once('exit', (code) => reject(new Error(`${args[0]} ended with code ${code}`)));
  });
  return {
    url,
    async stop() {
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    },
  };
}

/** Serves an empty page: its visit is the lower limit of the time. */
export async function startEmpty() {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>empty</title><main>empty</main>');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Time from the navigation until an element exists, ms. @param settled selector of the element */
export async function visit(page: Page, url: string, settled: string): Promise<number> {
  const start = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForSelector(settled, { state: 'attached' });
  return performance.now() - start;
}
