/** `npm run mock`: the mock server in a terminal. `environment.ts` documents its environment variables. */
import { startMockFrom } from './environment';

async function main(): Promise<void> {
  const mock = await startMockFrom(process.env, (message) => console.error(message));
  for (const [label, value] of mock.summary) console.log(label.padEnd(15) + value);

  let stopping = false;
  const stop = () => {
    // One Ctrl-C may arrive twice, from the terminal and from npm. Closing takes up to a second.
    if (stopping) return;
    stopping = true;
    mock.close().catch((error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    });
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
