/** Runs the product on a simulated phone in a scenario. MSW answers its requests. */
import path from 'node:path';
import type { AuthState } from '../../miniprogram/auth/snapshot';
import { type NodeMock, startNodeMock } from '../../mock-server/node';
import type { UserStep, World } from '../../mock-server/types';
import { createPhone, createVirtualClock, type Phone, type PhoneOptions } from '../../simulator';
import { createHeadless, type PageHandle, type Stage } from '../../simulator/headless';
import { playSteps } from '../../simulator/user-steps';
import { stateOf } from './auth-state';

export const ROOT = path.resolve(__dirname, '../../miniprogram');
export const USER_PAGE = 'pages/user/user';

/** A scenario that has begun. */
export interface Run {
  readonly world: World;
  readonly phone: Phone;
  readonly stage: Stage;
  /** The user page; after a relaunch, the new one. */
  readonly page: PageHandle;
  readonly isLogin: unknown;
  /** The login state that pages and components receive. */
  readonly state: Readonly<AuthState>;
  /**
   * Requests to the backend so far, e.g. `onlogin 200`; `cut` instead of a status for a dropped connection. Without
   * `userinfo`, which is sent together with every `check_3rdsession`: see `reads`.
   */
  readonly requests: string[];
  /** Results of the `userinfo` requests that accompany the checks. */
  readonly reads: string[];
  /** Number of the mini-program's calls of an API so far. */
  calls(api: string): number;
  /** Titles of all toasts so far. */
  readonly toasts: string[];
  /** Types into the field of this name, then moves the focus away. */
  type(text: string, name?: string): Promise<void>;
  /** Performs these user actions in order. */
  play(steps: readonly UserStep[]): Promise<void>;
  /** Ends the process, starts it again and opens the user page. */
  relaunch(): Promise<void>;
}

export interface BeginOptions {
  /** Changes to the phone that the scenario starts with. */
  phone?: Partial<PhoneOptions>;
  /** Changes the world and the phone before the mini-program starts. */
  before?: (world: World, phone: Phone) => void | Promise<void>;
  /** False: does not launch the mini-program. */
  open?: boolean;
}

/**
 * Intercepts requests during all tests of a file. Closes the stages that a test began after that test.
 * @returns the function that begins a scenario
 */
export function useStage(): (scenario: string, options?: BeginOptions) => Promise<Run> {
  let mock: NodeMock;
  let begun: Stage[] = [];
  beforeAll(async () => {
    mock = await startNodeMock();
  });
  afterEach(() => {
    const stages = begun;
    begun = [];
    for (const stage of stages) stage.close();
  });
  afterAll(() => mock.close());

  return async (scenario, options = {}) => {
    const clock = createVirtualClock();
    const world = await mock.use(scenario, { clock });
    const phone = createPhone({
      ...world.phone,
      clock,
      fetch: (url, init) => globalThis.fetch(url, init),
      ...options.phone,
    });
    await options.before?.(world, phone);
    const stage = createHeadless({ root: ROOT, phone });
    begun.push(stage);
    if (options.open !== false) await stage.open(USER_PAGE);
    return createRun(world, phone, stage);
  };
}

const requestsOf = ({ log }: World) =>
  log.map(({ path: url, status }) => `${url.split('/').pop()} ${status ?? 'cut'}`);

/** Creates the test's view of a run; also for a stage that the test itself created. */
export function createRun(world: World, phone: Phone, stage: Stage): Run {
  const type: Run['type'] = (text, name = 'nickName') => stage.page.input(`[name=${name}]`, text);
  return {
    world,
    phone,
    type,
    stage,
    get page() {
      return stage.page;
    },
    get isLogin() {
      return stage.page.data.isLogin;
    },
    get state() {
      return stateOf(stage);
    },
    get requests() {
      return requestsOf(world).filter((line) => !line.startsWith('userinfo '));
    },
    get reads() {
      return requestsOf(world).filter((line) => line.startsWith('userinfo '));
    },
    calls: (api) => phone.events.filter((event) => event.kind === 'call' && event.api === api).length,
    get toasts() {
      return phone.events.flatMap((event) =>
        event.kind === 'call' && event.api === 'showToast'
          ? [String((event.args as { title?: unknown }).title)]
          : [],
      );
    },
    play: (steps) =>
      playSteps(phone, steps, {
        tap: (text, nth) => stage.page.tap(nth === undefined ? { text } : { text, nth }, { settle: false }),
        type,
        focus: (name) => stage.page.focus(`[name=${name}]`),
        settle: stage.settle,
      }),
    async relaunch() {
      await stage.relaunch({ settle: false });
      await stage.open(USER_PAGE);
    },
  };
}

/**
 * Returns a module instance of the running mini-program process.
 * @param file path below `miniprogram/`, without extension
 */
export function moduleOf<T>(file: string): T {
  return require(path.join(ROOT, file)) as T;
}
