/** The control page `/__mock__/`, and its data as JSON. No response contains a code, a session id or an openid. */
import { readFile } from 'node:fs/promises';
import { failure, json, type Reply } from '../backend/replies';
import type { Worlds } from '../http-server/worlds';
import { isScenario, scenarios, unknownScenario } from '../scenarios';
import type { Store } from '../store/store';
import { StoreUnavailable } from '../store/unavailable';
import type { Bilingual, LoggedRequest } from '../types';

/** The control page answers every path below this one. */
export const CONTROL_PATH = '/__mock__';

/** The body of `GET /__mock__/state`. */
export interface ControlState {
  /** The mock's origin. */
  origin: string;
  /** Whether `onlogin` calls the simulated or the real WeChat. */
  wechat: 'simulated' | 'real';
  /** The scenario of requests without `x-mock-scenario`. */
  scenario: string;
  scenarios: { id: string; title: Bilingual; description: Bilingual; isLogin: 1 | 2 }[];
  /** The running worlds, with the number of valid sessions in the backend; null: the store cannot be reached. */
  worlds: { scenario: string; sessions: number | null }[];
  /** The last 200 requests of all worlds, newest last. */
  requests: LoggedRequest[];
}

/** The parts of the mock that the control page reads and changes. */
export interface ControlDeps {
  worlds: Worlds;
  origin: string;
  wechat: ControlState['wechat'];
}

/** The page's files. The list is fixed, so that a request path is never used as a file path. */
const FILES: Readonly<Record<string, { file: string; type: string }>> = {
  '/': { file: 'page.html', type: 'text/html; charset=utf-8' },
  '/page.css': { file: 'page.css', type: 'text/css; charset=utf-8' },
  '/page.js': { file: 'page.js', type: 'text/javascript; charset=utf-8' },
};

/** File name → content, read once: thousands of requests at the same time must not open thousands of files. */
const contents = new Map<string, Promise<Uint8Array>>();

function contentOf(file: string): Promise<Uint8Array> {
  const known = contents.get(file) ?? readFile(new URL(`./${file}`, import.meta.url));
  contents.set(file, known);
  return known;
}

async function page({ file, type }: { file: string; type: string }): Promise<Reply> {
  return {
    status: 200,
    headers: {
      'content-type': type,
      'cache-control': 'no-cache',
      'content-security-policy': "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
    body: await contentOf(file),
  };
}

async function countSessions(store: Store): Promise<number | null> {
  try {
    return await store.countSessions();
  } catch (error) {
    if (error instanceof StoreUnavailable) return null;
    throw error;
  }
}

async function readState({ worlds, origin, wechat }: ControlDeps): Promise<ControlState> {
  const running = worlds.all();
  return {
    origin,
    wechat,
    scenario: worlds.current,
    scenarios: scenarios.map(({ id, title, description, endsIn }) => ({
      id,
      title,
      description,
      isLogin: endsIn.isLogin,
    })),
    worlds: await Promise.all(
      running.map(async ({ scenario, store }) => ({
        scenario: scenario.id,
        sessions: await countSessions(store),
      })),
    ),
    requests: running
      .flatMap(({ log }) => log)
      .sort((a, b) => a.at - b.at)
      .slice(-200),
  };
}

/** The scenario in a request body, or the problem of the body. */
function requestedScenario(body: Uint8Array | null): { name: string } | { problem: string } {
  let name: unknown;
  try {
    name = (JSON.parse(new TextDecoder().decode(body ?? new Uint8Array())) as { name?: unknown } | null)
      ?.name;
  } catch {
    return { problem: 'body: not JSON, expected {"name": "…"}' };
  }
  if (typeof name !== 'string') return { problem: 'name: expected the id of a scenario' };
  return isScenario(name) ? { name } : { problem: `name: ${unknownScenario(name)}` };
}

/** The POST actions. Each one responds with the new state. */
const actions: Readonly<
  Record<string, (deps: ControlDeps, body: Uint8Array | null) => Promise<Reply | undefined>>
> = {
  '/scenario': async ({ worlds }, body) => {
    const requested = requestedScenario(body);
    if ('problem' in requested) return failure(400, requested.problem);
    worlds.use(requested.name);
    await worlds.get(requested.name);
    return undefined;
  },
  '/expire': async ({ worlds }) => {
    await worlds.expireSessions();
    return undefined;
  },
  '/reset': async ({ worlds }) => {
    await worlds.reset();
    return undefined;
  },
};

const wrongMethod = (allow: string) =>
  failure(405, `this path takes ${allow}`, { headers: { allow: `${allow}, OPTIONS` } });

/**
 * Answers a request below `/__mock__`.
 * @param trusted whether it may change the state: it comes from the control page, or from a program that is no browser
 *   page
 */
export async function serveControl(
  request: { method: string; path: string; body: Uint8Array | null; trusted: boolean },
  deps: ControlDeps,
): Promise<Reply> {
  const { method, body, trusted } = request;
  const path = request.path.slice(CONTROL_PATH.length);
  if (path === '') return { status: 308, headers: { location: `${CONTROL_PATH}/` }, body: '' };
  const look = method === 'GET' || method === 'HEAD';
  const file = Object.hasOwn(FILES, path) ? FILES[path] : undefined;
  if (file) return look ? page(file) : wrongMethod('GET');
  if (path === '/state') return look ? json(200, await readState(deps)) : wrongMethod('GET');
  const action = Object.hasOwn(actions, path) ? actions[path] : undefined;
  if (!action)
    return failure(
      404,
      'no such page: GET /__mock__/, GET /__mock__/state, POST /__mock__/scenario, POST /__mock__/expire, POST /__mock__/reset',
    );
  if (method !== 'POST') return wrongMethod('POST');
  if (!trusted) return failure(403, 'only the control page itself may do this, not another site');
  return (await action(deps, body)) ?? json(200, await readState(deps));
}
