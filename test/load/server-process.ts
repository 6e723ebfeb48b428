/** The mock in a separate process, which reports its memory; see server.ts. */
import { startHttpMock } from '../../mock-server/http';

async function main(): Promise<void> {
  // Long enough for a busy machine, short enough for a test.
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
