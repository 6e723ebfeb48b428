/** Starts servers and the load on them, each in a separate process. */
import { type ChildProcess, execFile, fork } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const here = import.meta.dirname;
const TSX = ['--import', 'tsx'];
/** Number of connections: enough to keep a server busy all the time. */
const CONNECTIONS = 16;

export interface Server {
  readonly port: number;
  /** Processor time so far of all threads, µs. */
  cpu(): Promise<number>;
  /** Sends a message to the server's program, and waits for the answer. */
  ask<T>(question: string): Promise<T>;
  stop(): void;
}

/** The result of one load. */
export interface Load {
  requestsPerSecond: number;
  /** Processor time of the server per request, µs. Other programs on the computer affect it little. */
  cpuPerRequest: number;
  /** Longest time of a single request, ms. */
  longest: number;
}

function next<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`${child.spawnargs.at(-1)} ended with ${code}`));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.off('exit', onExit);
      resolve(message as T);
    });
  });
}

/** Starts a program of this folder that calls `serving`. */
export async function startServer(file: string, ...args: string[]): Promise<Server> {
  const child = fork(path.join(here, file), args, { execArgv: ['--expose-gc', ...TSX] });
  const { port } = await next<{ port: number }>(child);
  const ask = <T>(question: string): Promise<T> => {
    const answer = next<T>(child);
    child.send(question);
    return answer;
  };
  return {
    port,
    ask,
    cpu: async () => (await ask<{ cpu: number }>('cpu')).cpu,
    stop: () => child.kill(),
  };
}

/** Sends requests for `url` (see client.ts). @param ms duration */
export async function load(server: Server, url: string, ms: number): Promise<Load> {
  const before = await server.cpu();
  const client = path.join(here, 'client.ts');
  const args = [...TSX, client, String(server.port), url, String(CONNECTIONS), String(ms)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const done = JSON.parse(stdout) as { requests: number; ms: number; longest: number };
  return {
    requestsPerSecond: (done.requests * 1000) / done.ms,
    cpuPerRequest: ((await server.cpu()) - before) / done.requests,
    longest: done.longest,
  };
}
