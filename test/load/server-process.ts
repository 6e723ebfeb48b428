/** The mock in a process of its own, which tells its memory; see server.ts. */
import { startHttpMock } from '../../mock-server/http';

async function main(): Promise<void> {
  // Patient enough for a busy machine, impatient enough for a test.
  const mock = await startHttpMock({ port: 0, requestTimeout: 1000, closeGrace: 0 });
  process.on('message', (question) => {
    if (question !== 'memory') return;
    globalThis.gc?.();
    process.send?.({ heap: process.memoryUsage().heapUsed });
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ port: mock.port });
}

main();
