/** The product under a history: on a simulated phone, in a world whose parts the commands can reach. */
import path from 'node:path';
import type { Auth } from '../../miniprogram/auth/auth';
import type { Profile } from '../../miniprogram/services/contract';
import { withAvatarAddress } from '../../mock-server/backend/avatars';
import { maskedPhone } from '../../mock-server/backend/person';
import type { World } from '../../mock-server/types';
import { testAccounts } from '../../mock-server/wechat/accounts';
import { createWorld } from '../../mock-server/world';
import { createPhone, createVirtualClock, type Phone, type VirtualClock } from '../../simulator';
import { createHeadless, type ElementHandle, type PageHandle, type Stage } from '../../simulator/headless';
import { stateOf } from '../support/auth-state';
import { type Conditions, createConditions } from './conditions';
import { createDoor } from './door';
import { createProduct } from './product';
import { spyOnPage } from './set-data';
import { isSince, type Start } from './start';
import { createWatch, type Watch } from './watch';

const ROOT = path.resolve(__dirname, '../../miniprogram');
export const USER_PAGE = 'pages/user/user';
/** Default origin of the world's pictures. */
const PUBLIC_ORIGIN = 'http://127.0.0.1:3000';
/** Longest time that a page may stay hidden after a launch, ms. */
const PATIENCE = 10_000;

const authOf = ({ app }: Stage): Auth => (app as unknown as { auth: Auth }).auth;

/** The world of one history. */
export interface Scene {
  readonly start: Start;
  readonly clock: VirtualClock;
  readonly world: World;
  readonly phone: Phone;
  readonly stage: Stage;
  readonly watch: Watch;
  readonly conditions: Conditions;
  /** The acts so far, a sentence per line. */
  readonly lines: string[];
  /** The name in the user's WeChat profile. */
  readonly wechatName: string;
  /** True if WeChat returns this name on this phone after the user agrees. */
  readonly wechatGives: boolean;
  /** All user pages of the stack. */
  readonly userPages: readonly PageHandle[];
  /** All elements of the top page that the user can tap. */
  touchables(): ElementHandle[];
  inputs(): ElementHandle[];
  /** The button that opens the form for an edit. */
  editButton(): ElementHandle | undefined;
  /** Opens the user page without waiting; launches first if no process runs. */
  open(): Promise<void>;
  kill(): void;
  /** Shifts the phone's clock by this number of milliseconds. */
  skewClock(ms: number): void;
  /** The user's profile on the server. */
  serverProfile(): Promise<Profile | null | undefined>;
  /** The phone number on the server with its middle digits masked; empty for none. */
  serverNumber(): Promise<string>;
  /** Changes the number on the server like another device; null deletes it. */
  changeNumber(number: string | null): Promise<void>;
  /** Starts an action that needs a profile. */
  requireUser(): void;
  /** Number of unanswered `requireUser` calls of this process. */
  readonly unanswered: number;
  /** Ends the session like the button 退出登录. */
  logout(): void;
  /** Changes the profile on the server like another device. Resolves to false if there is no profile to change. */
  changeProfile(change: (profile: Profile | null) => Profile | null): Promise<boolean>;
  /** Records the visible data of the product and searches it for secrets. */
  scan(): void;
  close(): void;
}

/** True for the button that opens the form. */
export const isEditButton = (element: ElementHandle): boolean =>
  element.attribute('aria-label') === '编辑资料';

/** Creates a new phone in a new world. Launches nothing. */
export async function createScene(start: Start): Promise<Scene> {
  const clock = createVirtualClock();
  const watch = createWatch();
  const report = (message: string) => watch.breach(`reported: ${message}`);
  const scenario = start.person === 'new' ? 'guest' : 'returning';
  const world = await createWorld({ scenario, clock, fetch: 'in-process' });
  const conditions = createConditions(world, clock);
  const ask = world.wechat.code2Session;
  world.wechat.code2Session = async (query) => {
    const body = await ask(query);
    if (body.session_key) watch.learn(body.session_key);
    return body;
  };
  const door = createDoor(world, watch, conditions.delay);
  const phone = createPhone({
    wechat: world.wechat,
    account: world.phone.account,
    clock,
    fetch: door.fetch,
    era: start.era,
    sdkVersion: start.sdkVersion,
    device: { platform: start.platform },
    privacy: { needAuthorization: start.privacy },
    nicknameReview: ['骗子'],
    report,
  });
  conditions.hold(phone);
  watch.attach(phone);
  const product = createProduct(ROOT, clock, { Page: spyOnPage(watch) });
  const stage = createHeadless({ root: ROOT, phone, modules: product, report });
  const openid = testAccounts('').find(({ id }) => id === world.phone.account)?.openid ?? '';
  const { nickName } = await world.wechat.profileOf(world.phone.account);
  let running = false;
  let calls = { open: 0 };

  const scene: Scene = {
    start,
    clock,
    world,
    phone,
    stage,
    watch,
    conditions,
    lines: [],
    wechatName: nickName,
    wechatGives: start.era !== 'fill' || !isSince(start, '2.27.1'),
    get userPages() {
      return running ? stage.pages.filter(({ route }) => route === USER_PAGE) : [];
    },
    touchables() {
      const { page } = stage;
      const sheets = page.findAll('[aria-modal=true]').filter(({ visible }) => visible);
      const all = sheets.length > 0 ? sheets.flatMap((sheet) => sheet.findAll('[hover-class]')) : null;
      return (all ?? page.findAll('[hover-class]')).filter(({ visible, disabled }) => visible && !disabled);
    },
    inputs() {
      const { page } = stage;
      if (page.findAll('[aria-modal=true]').some(({ visible }) => visible)) return [];
      return page.findAll('input').filter(({ visible, disabled }) => visible && !disabled);
    },
    editButton: () => scene.touchables().find(isEditButton),
    async open() {
      const fresh = !running;
      if (fresh) await door.idle();
      running = true;
      await stage.open(USER_PAGE, {}, { settle: false });
      if (!fresh) return;
      const [first] = scene.userPages;
      clock.setTimeout(() => {
        if (first !== undefined && scene.userPages[0] === first && first.instance.data.isLogin === 0) {
          watch.breach(`isLogin is still 0 after ${PATIENCE} ms`);
        }
      }, PATIENCE + 1);
    },
    skewClock: product.skewClock,
    kill() {
      running = false;
      calls = { open: 0 };
      stage.kill();
      product.end();
      watch.processEnded();
    },
    async serverProfile() {
      const user = await world.store.getUser(openid);
      return user?.profile && withAvatarAddress(user.profile, PUBLIC_ORIGIN);
    },
    async changeProfile(change) {
      const user = await world.store.getUser(openid);
      if (!user?.profile) return false;
      await world.store.updateUser(openid, (now) => {
        const { profile, ...rest } = now ?? user;
        return { ...rest, profile: change(profile) };
      });
      return true;
    },
    async serverNumber() {
      const user = await world.store.getUser(openid);
      return user?.phone ? maskedPhone(user.phone) : '';
    },
    async changeNumber(purePhoneNumber) {
      await world.store.updateUser(openid, (now) => {
        const { phone: _old, ...user } = now ?? { openid, profile: null, registeredAt: 0, lastSeenAt: 0 };
        return purePhoneNumber === null ? user : { ...user, phone: { countryCode: '86', purePhoneNumber } };
      });
    },
    requireUser() {
      const process = calls;
      process.open += 1;
      phone.tap(() => {
        void authOf(stage)
          .requireUser()
          .then((known) => {
            process.open -= 1;
            if (process !== calls || !known || stateOf(stage).isLogin === 1) return;
            watch.breach('requireUser resolved with true, but no user is known');
          });
      });
    },
    get unanswered() {
      return calls.open;
    },
    logout: () => authOf(stage).logout(),
    scan() {
      watch.scan('the storage', phone.storage);
      for (const page of scene.userPages) watch.scan('page data', page.instance.data);
    },
    close() {
      try {
        stage.close();
      } finally {
        document.head.replaceChildren();
        document.body.replaceChildren();
      }
    },
  };
  return scene;
}
