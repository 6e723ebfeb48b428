/** The product on a phone of an era, a server, the gate between them, and a clock that only the test moves. */
import type { Auth } from '../../../miniprogram/auth/auth';
import type { Profile } from '../../../miniprogram/services/contract';
import { maskedPhone } from '../../../mock-server/backend/person';
import { createMemoryStore } from '../../../mock-server/store/memory';
import type { ApiRequest, ApiResponse, World } from '../../../mock-server/types';
import { createWorld } from '../../../mock-server/world';
import { createPhone, createVirtualClock, type Era, type Phone, type VirtualClock } from '../../../simulator';
import { createHeadless, type PageHandle, type Stage } from '../../../simulator/headless';
import { ROOT, USER_PAGE } from '../../support/stage';
import type { Start } from '../matrix/steps';
import { press, review, serve, watchWx } from './doors';
import { Gate } from './gate';
import { onClock, type ProgramTime } from './time';

/** Name in the WeChat profile of the phone's user. */
export const NAME = '林小满';

const ORIGIN = 'http://127.0.0.1:3000';

/** A play that is set up and not started. */
export interface Scene {
  readonly world: World;
  readonly phone: Phone;
  readonly stage: Stage;
  readonly clock: VirtualClock;
  readonly time: ProgramTime;
  readonly gate: Gate;
  /** The profiles on the server after each save, oldest first. */
  readonly saves: readonly string[];
  /** Exceptions of the mini-program's callbacks. */
  readonly thrown: readonly unknown[];
  /** Number of requests in flight. */
  readonly inFlight: number;
  /** Number of trustworthy server answers that arrived since the launch. */
  readonly confirmed: number;
  /** Launch time of the current process, ms of the clock. */
  readonly launchedAt: number;
  readonly page: PageHandle;
  /** The user's profile on the server, or null. */
  user(): Promise<Profile | null>;
  /** The phone number on the server with its middle digits masked; empty for none. */
  number(): Promise<string>;
  /** Starts an action that needs a profile. */
  requireUser(): void;
  /** Number of unanswered `requireUser` calls of this process. */
  readonly unanswered: number;
  /** Starts the process and opens the user page. Restarts a running process. */
  launch(): Promise<void>;
  close(): void;
}

/** True if an answer is trustworthy: status 200 and a complete, valid body. */
const isConfirmation = (path: string, { status, text }: { status: number; text: string }) =>
  status === 200 &&
  (/check_3rdsession$/.test(path)
    ? text === 'true'
    : /^\{"(rd3_session|code)":("[\w-]{20,}"|1),.*\}$/s.test(text) && text.endsWith('}'));

/** Sets a play up. */
export async function setScene(era: Era, start: Start): Promise<Scene> {
  const clock = createVirtualClock();
  const store = createMemoryStore({ clock });
  const world = await createWorld({ scenario: 'guest', clock, store, fetch: 'in-process' });
  const saves: string[] = [];
  const { updateUser } = store;
  let openid = '';
  store.updateUser = (id, change) => {
    openid = id;
    return updateUser.call(store, id, (known) => {
      const user = change(known);
      // A login does not change the profile.
      if (user.profile !== null && user.profile !== known?.profile) saves.push(JSON.stringify(user.profile));
      return user;
    });
  };
  const storage = await livedBefore(world, start);
  // Do not count the saves of the preparation.
  saves.length = 0;

  const thrown: unknown[] = [];
  let inFlight = 0;
  let confirmed = 0;
  let launchedAt = clock.now();
  let calls = { open: 0 };
  const fetch = async (url: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    inFlight += 1;
    let over = false;
    const end = () => {
      if (!over) inFlight -= 1;
      over = true;
    };
    init?.signal?.addEventListener('abort', end);
    try {
      const { generation } = gate;
      const request = await asApiRequest(String(url), init);
      const response = await serve(gate, request);
      if ('cut' in response) throw new TypeError('fetch failed');
      const text = typeof response.body === 'string' ? response.body : '';
      const arrives = !over && generation === gate.generation;
      if (arrives && isConfirmation(request.path, { status: response.status, text })) confirmed += 1;
      return asResponse(response);
    } finally {
      end();
    }
  };
  const phone = createPhone({
    ...world.phone,
    era,
    clock,
    fetch,
    storage,
    authSetting: start.scope === undefined ? {} : { 'scope.userInfo': start.scope },
  });
  const { trouble = {} } = start;
  const gate = new Gate({ world, phone, clock, raise: (error) => thrown.push(error) }, trouble);
  watchWx(gate);
  // Order: an earlier fault wraps the later ones. A request that the outer fault fails also uses up one `times` of the
  // inner fault.
  if (trouble.fails) world.addFault({ on: trouble.fails, kind: 'cut-before', times: 1 });
  if (trouble.ends)
    world.addFault({ on: 'setuserinfo', kind: 'expire', times: trouble.fails === 'setuserinfo' ? 2 : 1 });
  const watched: Phone = Object.create(phone, {
    press: { value: (button: Parameters<Phone['press']>[0]) => press(gate, button) },
    reviewNickname: { value: (name: string) => review(gate, name) },
  });
  const time = onClock(clock);
  const stage = createHeadless({ root: ROOT, phone: watched });

  return {
    world,
    phone,
    stage,
    clock,
    time,
    gate,
    saves,
    thrown,
    get inFlight() {
      return inFlight;
    },
    get confirmed() {
      return confirmed;
    },
    get launchedAt() {
      return launchedAt;
    },
    get page() {
      return stage.page;
    },
    user: async () => (openid === '' ? null : ((await store.getUser(openid))?.profile ?? null)),
    async number() {
      const user = openid === '' ? null : await store.getUser(openid);
      return user?.phone ? maskedPhone(user.phone) : '';
    },
    requireUser() {
      const process = calls;
      process.open += 1;
      const { auth } = stage.app as unknown as { auth: Auth };
      phone.tap(
        () =>
          void auth.requireUser().then((known) => {
            process.open -= 1;
            if (process === calls && known && stage.page.data.isLogin !== 1)
              thrown.push('requireUser resolved with true, but no user is known');
          }),
      );
    },
    get unanswered() {
      return calls.open;
    },
    async launch() {
      calls = { open: 0 };
      stage.kill();
      time.drop();
      gate.buried();
      confirmed = 0;
      launchedAt = clock.now();
      await stage.launch({ path: USER_PAGE }, { settle: false });
      await stage.open(USER_PAGE, {}, { settle: false });
    },
    close() {
      time.drop();
      try {
        stage.close();
      } finally {
        time.restore();
      }
    },
  };
}

/** Prepares the state of the server. Returns the phone's storage. */
async function livedBefore(world: World, start: Start): Promise<Record<string, unknown>> {
  if (!start.known && start.session === undefined) return {};
  const ask = async (path: string, form?: Record<string, string>) => {
    const init = form && { method: 'POST', body: new URLSearchParams(form) };
    const answer = await world.handle(await asApiRequest(`${ORIGIN}/api/index/${path}`, init));
    if ('cut' in answer || answer.status !== 200) throw new Error(`The preparation failed at ${path}.`);
    return JSON.parse(String(answer.body)) as Record<string, unknown>;
  };
  const code = await world.wechat.issueCode(world.phone.account);
  const { rd3_session } = await ask(`onlogin?code=${code}`);
  const kept: Record<string, unknown> = {};
  if (start.session !== undefined) kept.rd3_session = { v: 1, value: rd3_session };
  if (start.known) {
    const info_json = JSON.stringify({ nickName: NAME, title: '今天也要好好吃饭' });
    const { user_info } = await ask('setuserinfo', { rd3_session: String(rd3_session), info_json });
    if (start.cached) kept.user_info = { v: 1, value: user_info };
  }
  if (start.session === 'expired') await world.expireSessions();
  return kept;
}

async function asApiRequest(url: string, init?: RequestInit): Promise<ApiRequest> {
  const { signal: _, ...rest } = init ?? {};
  const request = new Request(url, rest);
  const { pathname, searchParams } = new URL(url);
  const body = request.method === 'GET' ? null : new Uint8Array(await request.arrayBuffer());
  const headers = Object.fromEntries(request.headers);
  return { method: request.method, path: pathname, query: searchParams, headers, body };
}

function asResponse(answer: Exclude<ApiResponse, { cut: true }>): Response {
  const { status, headers, body } = answer;
  return new Response(typeof body === 'string' ? body : Uint8Array.from(body), { status, headers });
}
