/** A world: a running scenario with its own WeChat, backend and store. */
import { keepAccessToken } from './backend/access-token';
import { createWechatClient } from './backend/ask-wechat';
import type { BackendDeps } from './backend/deps';
import { BLOCKED_WORDS } from './backend/moderation';
import { failure, storeUnavailable } from './backend/replies';
import { serve } from './backend/routes';
import { systemClock } from './clock';
import { createFaults } from './faults';
import { createRequestLog } from './request-log';
import { DEFAULT_SCENARIO, getScenario } from './scenarios';
import { seed } from './seed';
import { createMemoryStore } from './store/memory';
import { withPeople } from './store/scenario-people';
import type { UserRecord } from './store/store';
import { StoreUnavailable } from './store/unavailable';
import type { ApiRequest, ApiResponse, World, WorldOptions } from './types';
import { TEST_CREDENTIALS, testAccounts } from './wechat/accounts';
import { createWechat } from './wechat/server';

/**
 * Starts a scenario.
 * @throws Error that lists the known ids, for an unknown scenario
 */
export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const scenario = getScenario(options.scenario ?? DEFAULT_SCENARIO);
  const clock = options.clock ?? systemClock;
  const people = new Map<string, UserRecord>();
  const store = withPeople(options.store ?? createMemoryStore({ clock }), people);
  const publicOrigin = options.publicOrigin ?? 'http://127.0.0.1:3000';
  const credentials = {
    appid: options.appid ?? TEST_CREDENTIALS.appid,
    secret: options.secret ?? TEST_CREDENTIALS.secret,
  };
  const wechat = createWechat({
    clock,
    ...credentials,
    accounts: [...testAccounts(publicOrigin), ...(options.accounts ?? [])],
  });
  const reached =
    options.fetch === 'in-process'
      ? wechat
      : // Read the global fetch at every call: MSW may replace it after this world was created.
        createWechatClient(options.fetch ?? ((url, init) => globalThis.fetch(url, init)));
  const deps: BackendDeps = {
    store,
    clock,
    wechat: reached,
    credentials,
    publicOrigin,
    accessTokens: keepAccessToken(reached, credentials, clock),
    blockedWords: options.blockedWords ?? BLOCKED_WORDS,
  };
  const phone = await seed(scenario, wechat, deps, people);
  if (options.acceptForeignCodes) wechat.acceptForeignCodesAs(phone.account);

  const faults = createFaults(scenario.server.faults);
  const log = createRequestLog();
  const expireSessions = () => store.clearSessions();
  const tools = { clock, expireSessions };
  const note = ({ method, path }: ApiRequest, at: number, status: number | null) =>
    log.add({ at, method, path, status, ms: clock.now() - at, scenario: scenario.id });

  return {
    scenario,
    wechat,
    store,
    phone,
    log: log.entries,
    onRequest: log.subscribe,
    addFault: faults.add,
    expireSessions,
    async handle(request) {
      const at = clock.now();
      let response: ApiResponse;
      try {
        response = faults.any
          ? await faults.apply(request, {
              ...tools,
              serve: () => serve(request, deps),
              onHang: () => note(request, at, null),
            })
          : await serve(request, deps);
      } catch (error) {
        if (error instanceof StoreUnavailable) response = storeUnavailable();
        else {
          console.error(`mock-server: a bug while serving ${request.method} ${request.path}:`, error);
          response = failure(500, 'internal error of the mock server; its console has the details');
        }
      }
      note(request, at, 'cut' in response ? null : response.status);
      return response;
    },
  };
}
