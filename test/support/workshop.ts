/**
 * The tools that all browser tests of a run share: one Chromium, one process that builds previews, and one that serves
 * them. Each starts with its first use and ends with the run. Jest's global set-up of test/browser opens the workshop
 * and writes its address into the environment of every worker.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type Tool, WORKSHOP } from './borrow';
import { serveChromium } from './chromium';

/** An open workshop. */
export interface Workshop {
  close(): Promise<void>;
}

/** A running tool. */
interface Started {
  url: string;
  close(): Promise<unknown>;
}

/** Jest cannot load Vite (an ES module), so Vite runs in a separate process. */
async function startVite(): Promise<Started> {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(__dirname, 'vite-process.ts')],
    {
      cwd: path.resolve(__dirname, '../..'),
      // Without this, Jest's NODE_ENV changes what Vite builds.
      env: { ...process.env, NODE_ENV: undefined, FORCE_COLOR: '0', NO_COLOR: '1' },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const exit = once(child, 'exit');
  const lines = child.stdout && createInterface({ input: child.stdout });
  const first = lines && once(lines, 'line');
  const [url] = (await Promise.race([first, exit.then(() => [])])) ?? [];
  if (typeof url !== 'string') throw new Error('the process of Vite did not start');
  return {
    url,
    close() {
      // The process ends with its standard input, even when this process is killed.
      child.stdin?.end();
      return exit;
    },
  };
}

async function startBrowser(): Promise<Started> {
  const server = await serveChromium();
  return { url: server.wsEndpoint(), close: () => server.close() };
}

const START: Readonly<Record<Tool, () => Promise<Started>>> = {
  browser: startBrowser,
  builder: startVite,
  server: startVite,
};

/** Opens the workshop for this process and its child processes. */
export async function openWorkshop(): Promise<Workshop> {
  const started = new Map<Tool, Promise<Started>>();
  const server = createServer((request, response) => {
    // No keep-alive: a kept connection may close at the moment of the next request.
    response.setHeader('connection', 'close');
    const tool = request.url?.slice(1) as Tool;
    const running = started.get(tool) ?? START[tool]();
    started.set(tool, running);
    running.then(
      ({ url }) => response.end(url),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : String(error)),
    );
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  process.env[WORKSHOP] = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    async close() {
      delete process.env[WORKSHOP];
      server.close();
      server.closeAllConnections();
      const tools = await Promise.allSettled(started.values());
      await Promise.all(tools.map((tool) => tool.status === 'fulfilled' && tool.value.close()));
    },
  };
}
