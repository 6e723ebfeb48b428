/**
 * `npm run soak:http [-- --connections N --seed N]`: sends generated requests to the mock over a socket, by default 100
 * 000. When a law is broken it prints the example and exits with code 1. The seed repeats a run.
 */
import { type Command, numberOf, type Values } from '../../preview/cli/options';
import { runCommand } from '../../preview/cli/program';
import { sendGenerated } from './generated';
import { startServer } from './server';

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

const SOAK: Command = {
  help: 'generated requests against the mock over a socket',
  flags: {
    connections: { type: 'string', value: 'N', help: 'how many (100000)' },
    seed: { type: 'string', value: 'N', help: 'seed of the generator; random if not given' },
  },
  run: soak,
};

async function soak(values: Values): Promise<undefined> {
  const connections = numberOf(values, 'connections', 100_000, 1);
  const seed = numberOf(values, 'seed', Date.now() % 1_000_000, 0);
  console.log(`${connections} connections, seed ${seed}`);
  const server = await startServer();
  try {
    await sendGenerated(server, { connections: Math.ceil(connections / 20), seed });
    const before = await server.memory();
    const since = performance.now();
    const progress = (done: number) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${connections}`);
    };
    const statuses = await sendGenerated(server, { connections, seed: seed + 1, progress });
    const seconds = (performance.now() - since) / 1000;
    const after = await server.memory();
    console.log(`\nNothing broke: ${connections} connections in ${seconds.toFixed(0)} s.`);
    const answers = [...statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${status} × ${times}`);
    console.log(`Answers: ${answers.join(', ')}.`);
    console.log(`Memory of the mock before ${megabytes(before)}, after ${megabytes(after)}.`);
    if (after > before + 8e6) throw new Error('the memory of the mock has grown');
  } finally {
    server.stop();
  }
  return undefined;
}

runCommand('npm run soak:http --', SOAK);
