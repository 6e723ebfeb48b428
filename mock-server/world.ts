/** A world: one scenario, running, with a WeChat, a backend and a store of its own. */
import type { BackendDeps } from './backend/deps';
import { failure, storeUnavailable } from './backend/replies';
import { serve } from './backend/routes';
import { systemClock } from './clock';
import { createFaults } from './faults';
import { createRequestLog } from './request-log';
import { DEFAULT_SCENARIO, getScenario } from './scenarios';
import { seed } from './seed';
import { createMemoryStore } from './store/memory';
import { StoreUnavailable } from './store/unavailable';
import type { ApiResponse, World, WorldOptions } from './types';
import { testAccounts } from './wechat/accounts';
import { fetchInProcess } from './wechat/api';
import { createWechat } from './wechat/server';

/** The invented mini-program. */
const TEST_APPID = 'wx9f3c5e7a1b2d4680';
const TEST_SECRET = '6b1f0c9e8d7a45328f4e3d2c1b0a9988';

/**
 * Starts a scenario.
 * @throws Error that lists the known ids when there is no such scenario.
 */
export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const scenario = getScenario(options.scenario ?? DEFAULT_SCENARIO);
  const clock = options.clock ?? systemClock;
  const store = options.store ?? createMemoryStore({ clock });
  const publicOrigin = options.publicOrigin ?? 'http://127.0.0.1:3000';
  const credentials = {
    appid: options.appid ?? TEST_APPID,
    secret: options.secret ?? TEST_SECRET,
  };
  const wechat = createWechat({
    clock,
    ...credentials,
    accounts: [...testAccounts(publicOrigin), ...(options.accounts ?? [])],
  });
  const fetch =
    options.fetch === 'in-process'
      ? fetchInProcess(wechat)
      : // Looked up at every call: MSW may be started, or wrap it, after this world was made.
        (options.fetch ?? ((url: string) => globalThis.fetch(url)));
  const deps: BackendDeps = { store, clock, fetch, credentials, publicOrigin };
  const phone = await seed(scenario, wechat, deps);
  if (options.acceptForeignCodes) wechat.acceptForeignCodesAs(phone.account);

  const faults = createFaults(scenario.server.faults);
  const log = createRequestLog();

  return {
    scenario,
    wechat,
    store,
    phone,
    log: log.entries,
    onRequest: log.subscribe,
    addFault: faults.add,
    expireSessions: () => store.clearSessions(),
    async handle(request) {
      const at = clock.now();
      const note = (status: number | null) =>
        log.add({
          at,
          method: request.method,
          path: request.path,
          status,
          ms: clock.now() - at,
          scenario: scenario.id,
        });
      const tools = { clock, expireSessions: () => store.clearSessions(), onHang: () => note(null) };
      let response: ApiResponse;
      try {
        response = await faults.apply(request, tools, () => serve(request, deps));
      } catch (error) {
        if (error instanceof StoreUnavailable) response = storeUnavailable();
        else {
          console.error(`mock-server: a bug while serving ${request.method} ${request.path}:`, error);
          response = failure(500, 'internal error of the mock server; its console has the details');
        }
      }
      note('cut' in response ? null : response.status);
      return response;
    },
  };
}
