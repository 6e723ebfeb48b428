/** Benchmark of the mock over HTTP. Peers: a server with constant answers, and the common alternatives. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { atLeast, type Bench, median, type Row } from './bench';
import { type Load, load, type Server, startServer } from './http/server';

const ROUNDS = 7;
const ROUND_MS = 1000;
const WARM_UP_MS = 1500;

const ENDPOINTS = {
  check_3rdsession: '?rd3_session=vJ3hQ0yq5ZK8mT1wXo4bRu7cNs2dPf6e',
  // Every login has a new code; the client replaces `%`.
  onlogin: '?code=code-%',
};

const FLOOR = 'plain node:http';

const SERVERS = [
  { name: 'mock', file: 'mock.ts', base: '/api/index/' },
  { name: FLOOR, file: 'plain.ts', base: '/api/index/', target: 0.7 },
  { name: 'json-server', file: 'json-server.mjs', base: '/', target: 10 },
  { name: '@mswjs/http-middleware', file: 'http-middleware.mjs', base: '/api/index/', target: 10 },
];

const figure = ({ requestsPerSecond, cpuPerRequest }: Load) =>
  `${cpuPerRequest.toFixed(0)} µs, ${Math.round(requestsPerSecond)}/s`;

/** The median of each figure over all rounds. */
const middle = (loads: readonly Load[]): Load => ({
  requestsPerSecond: median(loads.map((one) => one.requestsPerSecond)),
  cpuPerRequest: median(loads.map((one) => one.cpuPerRequest)),
  longest: median(loads.map((one) => one.longest)),
});

async function measure(
  endpoint: string,
  query: string,
  servers: ReadonlyMap<string, Server>,
  progress: (what: string) => void,
) {
  const loads = new Map(SERVERS.map(({ name }) => [name, [] as Load[]]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { name, base } of SERVERS) {
      const server = servers.get(name);
      if (!server) continue;
      progress(`${endpoint}, ${round === 0 ? 'warming up' : `round ${round} of ${ROUNDS}`}, ${name}`);
      const measured = await load(server, base + endpoint + query, round === 0 ? WARM_UP_MS : ROUND_MS);
      if (round > 0) loads.get(name)?.push(measured);
    }
  }
  const of = (name: string) => loads.get(name) ?? [];
  /** Compares two servers round by round: other load on the computer affects both servers of a round. */
  const compare = (name: string, peer: string, target?: number): Row => {
    const [ours, theirs] = [of(name), of(peer)];
    const over = (ratio: (ours: Load, theirs: Load) => number) =>
      median(theirs.flatMap((their, i) => (ours[i] ? [ratio(ours[i], their)] : [])));
    const speed = over((our, their) => our.requestsPerSecond / their.requestsPerSecond);
    const work = over((our, their) => their.cpuPerRequest / our.cpuPerRequest);
    const rated = target === undefined ? { ratio: `${speed.toFixed(2)} ×` } : atLeast(speed, target);
    return {
      what: `${endpoint}, ${name} beside ${peer}`,
      value: figure(middle(ours)),
      peer: figure(middle(theirs)),
      ...rated,
      ratio: `${rated.ratio} (${work.toFixed(2)} ×)`,
    };
  };
  return [
    ...SERVERS.flatMap(({ name, target }) => (target === undefined ? [] : [compare('mock', name, target)])),
    // The upper limit of any server that is based on node:http.
    compare(FLOOR, 'json-server'),
  ];
}

export default {
  title: 'The mock over HTTP',
  note:
    'Figures are processor time of the server for one request, and requests per second over kept-alive ' +
    'connections from another process on the same machine; medians. The ratio is that of the requests per second, ' +
    'round against round; in brackets, that of the processor times.',
  async run(progress) {
    if (!existsSync(path.join(import.meta.dirname, 'node_modules'))) {
      throw new Error('the peers to compare with are not installed: npm ci --prefix bench');
    }
    const servers = new Map<string, Server>();
    try {
      for (const { name, file } of SERVERS) servers.set(name, await startServer(file));
      const rows: Row[] = [];
      for (const [endpoint, query] of Object.entries(ENDPOINTS)) {
        rows.push(...(await measure(endpoint, query, servers, progress)));
      }
      return rows;
    } finally {
      for (const server of servers.values()) server.stop();
    }
  },
} satisfies Bench;
