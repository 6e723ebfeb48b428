/** Benchmark of a million live sessions in memory, and of their expiry at once. Peer: a thousand sessions. */
import { type Bench, median, type Row } from './bench';
import { type Load, load, startServer } from './http/server';

const FEW = 1000;
const MANY = 1_000_000;
const ROUNDS = 5;
const ROUND_MS = 1000;
const CHECK = '/api/index/check_3rdsession?rd3_session=session-000000000000000000000042';
const LOGIN = '/api/index/onlogin?code=code-%';

interface StoreCost {
  bytes: number;
  check: number;
  put: number;
}

interface Found {
  store: StoreCost;
  check: Load;
  /** Longest request of an ordinary second, ms. */
  ordinary: number;
  /** Longest request of the seconds in which all sessions expire, ms. */
  expiring: number;
}

async function measure(count: number, progress: (what: string) => void): Promise<Found> {
  progress(`${count} sessions, filling`);
  const server = await startServer('sessions.ts', String(count));
  try {
    progress(`${count} sessions, in the store`);
    const store = await server.ask<StoreCost>('store');
    await load(server, CHECK, ROUND_MS);
    const checks: Load[] = [];
    const ordinary: number[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      progress(`${count} sessions, over HTTP, round ${round} of ${ROUNDS}`);
      checks.push(await load(server, CHECK, ROUND_MS));
      ordinary.push((await load(server, LOGIN, ROUND_MS)).longest);
    }
    progress(`${count} sessions, all expire`);
    await server.ask('expire');
    // Also request the control page's state during the load: it counts the sessions.
    const [expiring] = await Promise.all([
      load(server, LOGIN, 2 * ROUND_MS),
      new Promise((resolve) => setTimeout(resolve, ROUND_MS)).then(() =>
        fetch(`http://127.0.0.1:${server.port}/__mock__/state`).then((answer) => answer.text()),
      ),
    ]);
    return {
      store,
      check: { ...checks[0], cpuPerRequest: median(checks.map((one) => one.cpuPerRequest)) } as Load,
      ordinary: median(ordinary),
      expiring: expiring.longest,
    };
  } finally {
    server.stop();
  }
}

const us = (value: number) => `${value.toFixed(2)} µs`;
const ms = (value: number) => `${value.toFixed(0)} ms`;
const times = (one: number, other: number) => `${(one / other).toFixed(2)} ×`;

export default {
  title: 'Sessions',
  note:
    'The figure is for a million sessions, the peer the same for a thousand. Times in the store and over HTTP are ' +
    'processor time; the longest request is wall-clock time, and what else the machine does is in it.',
  async run(progress) {
    const few = await measure(FEW, progress);
    const many = await measure(MANY, progress);
    const row = (what: string, value: number, peer: number, unit: (value: number) => string): Row => ({
      what,
      value: unit(value),
      peer: unit(peer),
      ratio: times(value, peer),
    });
    return [
      { what: 'memory of one session', value: `${many.store.bytes.toFixed(0)} bytes` },
      row('a check in the store', many.store.check, few.store.check, us),
      row('a new session in the store', many.store.put, few.store.put, us),
      row('check_3rdsession over HTTP', many.check.cpuPerRequest, few.check.cpuPerRequest, us),
      row('longest login in an ordinary second', many.ordinary, few.ordinary, ms),
      row('longest login while all sessions expire', many.expiring, few.expiring, ms),
    ];
  },
} satisfies Bench;
