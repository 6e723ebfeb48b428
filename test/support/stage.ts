/** The product on a simulated phone, in the world of a scenario, its requests answered through MSW. */
import path from 'node:path';
import type { AuthState } from '../../miniprogram/auth/snapshot';
import { type NodeMock, startNodeMock } from '../../mock-server/node';
import type { PersonStep, World } from '../../mock-server/types';
import { createPhone, createVirtualClock, type Phone, type PhoneOptions } from '../../simulator';
import { createHeadless, type PageHandle, type Stage } from '../../simulator/headless';
import { playPerson } from '../../simulator/person';
import { stateOf } from './auth-state';

export const ROOT = path.resolve(__dirname, '../../miniprogram');
export const USER_PAGE = 'pages/user/user';

/** One scenario, begun. */
export interface Run {
  readonly world: World;
  readonly phone: Phone;
  readonly stage: Stage;
  /** The user page. After a relaunch, the new one. */
  readonly page: PageHandle;
  readonly isLogin: unknown;
  /** What the login tells pages and components. */
  readonly state: Readonly<AuthState>;
  /**
   * What the backend was asked so far, e.g. `onlogin 200`; a cut connection has no status. Without `userinfo`, which
   * goes out together with every `check_3rdsession`: see `reads`.
   */
  readonly requests: string[];
  /** What became of the reads of the profile that accompany the checks. */
  readonly reads: string[];
  /** How often the mini-program has called an API so far. */
  calls(api: string): number;
  /** Titles of the toasts that were shown so far. */
  readonly toasts: string[];
  /** Types into the field of this name, and leaves it. */
  type(text: string, name?: string): Promise<void>;
  /** A person does these things, one after the other. */
  play(steps: readonly PersonStep[]): Promise<void>;
  /** The process ends, starts again and opens the user page. */
  relaunch(): Promise<void>;
}

export interface BeginOptions {
  /** Changes to the phone that the scenario starts with. */
  phone?: Partial<PhoneOptions>;
  /** Changes to world and phone before the mini-program starts. */
  before?: (world: World, phone: Phone) => void | Promise<void>;
  /** False: nothing is launched yet. */
  open?: boolean;
}

/**
 * Intercepts requests for all tests of a file, and closes after each test what the test began.
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

/** The view of a run that tests use; also for stages that were made by hand. */
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
      playPerson(phone, steps, {
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
 * A module of the mini-program, as the process that runs has loaded it.
 * @param file path below `miniprogram/`, without extension
 */
export function moduleOf<T>(file: string): T {
  return require(path.join(ROOT, file)) as T;
}
