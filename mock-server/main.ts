/**
 * `npm run mock`: the mock API in a terminal.
 *
 * MOCK_PORT               port, default 3000
 * MOCK_SCENARIO           scenario of requests that name none, default guest
 * WX_APPID and WX_SECRET  real credentials: onlogin then asks WeChat itself
 */
import { type HttpMockOptions, startHttpMock } from './http';

/** Reads the environment. Throws an Error with a one-line message. */
function optionsFrom(env: NodeJS.ProcessEnv): HttpMockOptions {
  const { MOCK_PORT = '3000', MOCK_SCENARIO, WX_APPID, WX_SECRET } = env;
  if (!/^\d{1,5}$/.test(MOCK_PORT) || Number(MOCK_PORT) > 65_535) {
    throw new Error(`MOCK_PORT: expected a port number, got "${MOCK_PORT}"`);
  }
  if (Boolean(WX_APPID) !== Boolean(WX_SECRET)) {
    throw new Error('WX_APPID and WX_SECRET belong together: set both, or neither');
  }
  return {
    port: Number(MOCK_PORT),
    ...(MOCK_SCENARIO ? { scenario: MOCK_SCENARIO } : {}),
    ...(WX_APPID && WX_SECRET ? { credentials: { appid: WX_APPID, secret: WX_SECRET } } : {}),
  };
}

async function main(): Promise<void> {
  const options = optionsFrom(process.env);
  const mock = await startHttpMock(options);
  const wechat = options.credentials ? `WeChat itself, as ${options.credentials.appid}` : 'simulated';
  console.log(`Mock API       ${mock.origin}`);
  console.log(`Control page   ${mock.origin}/__mock__/`);
  console.log(`Scenario       ${mock.worlds.current}`);
  console.log(`WeChat         ${wechat}`);

  let stopping = false;
  const stop = () => {
    // One Ctrl-C may arrive twice: from the terminal and from npm. Closing takes a second at most.
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
  const message = error instanceof Error ? error.message : String(error);
  console.error(/ in use/.test(message) ? `${message}; choose another with MOCK_PORT` : message);
  process.exitCode = 1;
});
