/** Environment variables of the mock, for `npm run mock`, `npm start`, and programs that start the mock themselves. */
import { type HttpMock, type HttpMockOptions, startHttpMock } from './http';
import type { Stores } from './store/stores';

/** Environment variables, e.g. `process.env`. An empty variable counts as missing. */
type Environment = Readonly<Record<string, string | undefined>>;

/** A running mock. */
interface MockFromEnvironment extends HttpMock {
  /** Lines for the terminal: label and value. */
  readonly summary: readonly (readonly [label: string, value: string])[];
}

/**
 * Reads a TCP port.
 * @throws Error of one line that names the variable, if its value is no port
 */
export function readPort(env: Environment, variable: string, otherwise: number): number {
  const text = env[variable] || String(otherwise);
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new Error(`${variable}: expected a port number, got "${text}"`);
  }
  return Number(text);
}

/** `WX_APPID` and `WX_SECRET`. */
function readCredentials({ WX_APPID: appid, WX_SECRET: secret }: Environment) {
  if (Boolean(appid) !== Boolean(secret)) {
    throw new Error('WX_APPID and WX_SECRET belong together: set both, or neither');
  }
  return appid && secret ? { appid, secret } : null;
}

/** `MOCK_STORE`. Loads the Redis client only if it is needed. */
async function openStores(url: string, report: (message: string) => void): Promise<Stores> {
  try {
    const { createRedisStores } = await import('./store/redis/stores');
    return await createRedisStores({ url, report });
  } catch (error) {
    throw new Error(`MOCK_STORE: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Starts the mock with the settings of the environment:
 *
 * - `MOCK_PORT`: default 3000; 0 takes a free one.
 * - `MOCK_SCENARIO`: the scenario of requests without `x-mock-scenario`, default `guest`.
 * - `MOCK_STORE`: `redis://host:port[/db]`; default: memory.
 * - `WX_APPID` and `WX_SECRET`: real credentials; `onlogin` then calls the real WeChat.
 *
 * @param report called when the store disconnects and reconnects
 * @throws Error of one line that names the variable to change
 */
export async function startMockFrom(
  env: Environment,
  report: (message: string) => void,
): Promise<MockFromEnvironment> {
  const credentials = readCredentials(env);
  const options: HttpMockOptions = {
    port: readPort(env, 'MOCK_PORT', 3000),
    ...(env.MOCK_SCENARIO ? { scenario: env.MOCK_SCENARIO } : {}),
    ...(credentials ? { credentials } : {}),
    ...(env.MOCK_STORE ? { stores: await openStores(env.MOCK_STORE, report) } : {}),
  };
  const mock = await startHttpMock(options).catch((error: unknown) => {
    if (error instanceof Error && / in use/.test(error.message)) {
      throw new Error(`${error.message}; choose another with MOCK_PORT`);
    }
    throw error;
  });
  return {
    ...mock,
    summary: [
      ['Mock API', mock.origin],
      ['Control page', `${mock.origin}/__mock__/`],
      ['Scenario', mock.worlds.current],
      ['Store', env.MOCK_STORE ? `Redis at ${new URL(env.MOCK_STORE).host}` : 'memory'],
      ['WeChat', credentials ? `WeChat itself, as ${credentials.appid}` : 'simulated'],
    ],
  };
}
