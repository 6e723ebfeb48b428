/** The scenes of this repository's own mini-program for `miniprogram-phone`: one for each scenario, and half-way states. */
import {
  type BackendFacts,
  defineConfig,
  type SceneConfig,
  type SceneStart,
  type SceneStep,
} from 'miniprogram-phone';
import { delay, HttpResponse, http } from 'msw';
import { API_PATH, endpointNames } from './mock-server/backend/routes';
import { createHandlers } from './mock-server/handlers';
import { DEFAULT_SCENARIO, getScenario, scenarios } from './mock-server/scenarios';
import type { Scenario, World } from './mock-server/types';
import { createWorld } from './mock-server/world';

/** Headings in the list of scenes, in order. */
const groups = {
  new: { zh: '新用户', en: 'New users' },
  form: { zh: '填写资料', en: 'Filling in a profile' },
  known: { zh: '已有资料的用户', en: 'Known users' },
  session: { zh: '登录态失效', en: 'Login expired' },
  trouble: { zh: '出错', en: 'Failures' },
  midway: { zh: '进行到一半', en: 'Half-way' },
};

/** Suggestions for new users of the preview. */
const hints: Readonly<Record<string, SceneConfig['hint']>> = {
  guest: {
    zh: '选择头像、填写昵称并保存，日志里能看到每个请求。',
    en: 'choose an avatar and a nickname, save, and watch each request in the log.',
  },
  'guest-button': {
    zh: '点「授权登录」→ 拒绝 → 授权 → 打开开关 → 返回，日志里能看到每个请求。',
    en: 'tap 授权登录 → 拒绝 → 授权 → turn the switch on → go back, and watch each request in the log.',
  },
};

/** Finds the heading of a scenario by its start state, so that a new scenario needs no entry here. */
function groupOf({ phone, server, steps, endsIn }: Scenario): keyof typeof groups {
  if (steps || phone.privacy) return 'form';
  const { wechat } = server;
  const fails = (server.faults ?? []).length > 0 || wechat?.code2SessionError || wechat?.blocked;
  if (fails || phone.online === false) return 'trouble';
  if (phone.stored?.session === 'expired' || wechat?.sessionKeyExpired) return 'session';
  return endsIn.isLogin === 1 ? 'known' : 'new';
}

/** The stored session id. The mini-program may have stored the entry in another form. */
function sessionOf(storage: Readonly<Record<string, unknown>>): string | null {
  const entry = storage.rd3_session;
  const value = typeof entry === 'object' && entry !== null && 'value' in entry ? entry.value : entry;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The backend's data about the session in the phone's storage. */
async function factsOf({ store }: World, storage: Readonly<Record<string, unknown>>): Promise<BackendFacts> {
  const id = sessionOf(storage);
  const [session, liveSessions] = await Promise.all([
    id === null ? null : store.getSession(id),
    store.countSessions(),
  ]);
  const user = session && (await store.getUser(session.openid));
  return {
    stored: id !== null,
    live: id === null ? null : session !== null,
    liveSessions,
    user: user && { profile: user.profile, registeredAt: user.registeredAt },
  };
}

/** The backend in the start state of a scenario. */
async function backendOf(scenario: string, { clock, publicOrigin }: SceneStart) {
  const world = await createWorld({ scenario, clock, publicOrigin });
  const { account, storage } = world.phone;
  return {
    wechat: world.wechat,
    account,
    storage,
    handlers: createHandlers(() => world),
    endpoints: endpointNames,
    facts: (stored: Readonly<Record<string, unknown>>) => factsOf(world, stored),
    expireSessions: () => world.expireSessions(),
  };
}

function sceneOf(scenario: Scenario): SceneConfig {
  const { id, title, description, phone, steps } = scenario;
  const { stored: _seededByTheWorld, ...start } = phone;
  const hint = hints[id] ?? (id === 'guest-legacy' ? hints['guest-button'] : undefined);
  return {
    title,
    description,
    group: groups[groupOf(scenario)],
    phone: start,
    compileQuery: `mock=${id}`,
    backend: (given) => backendOf(id, given),
    ...(steps ? { steps } : {}),
    ...(hint ? { hint } : {}),
  };
}

/** A scene that stops half-way: at a request without a response, or at a sheet that waits for the user. */
const halfWay = (scenario: string, scene: SceneConfig): SceneConfig => ({
  ...sceneOf(getScenario(scenario)),
  group: groups.midway,
  ...scene,
});

/** A handler that never responds. */
const unanswered = (method: 'get' | 'post', endpoint: string) =>
  http[method](`*/api/index/${endpoint}`, () => delay('infinite'));

const pickAvatar: readonly SceneStep[] = [{ tap: '选择头像' }, { answer: 'avatar', with: 'wechat' }];
const deny: readonly SceneStep[] = [{ tap: '授权登录' }, { answer: 'authorize', with: 'deny' }];

const midway: Readonly<Record<string, SceneConfig>> = {
  loading: halfWay('guest', {
    title: { zh: '正在加载', en: 'Loading' },
    description: {
      zh: '第一次打开，登录还没有结果：页面只有加载的样子。',
      en: 'First launch, the login has no response yet: the page shows that it is loading.',
    },
    handlers: [unanswered('get', 'onlogin')],
    stops: true,
  }),
  'logging-in': halfWay('guest', {
    title: { zh: '正在登录', en: 'Logging in' },
    description: {
      zh: '登录失败后点了重试，还没有结果：按钮不能再点。',
      en: 'Tapped 重试 after a failed login, no response yet: the button is disabled.',
    },
    phone: { era: 'fill' },
    // Create the handler for each opening of the scene, because `once` lets it respond only once.
    async backend(start) {
      const backend = await backendOf('guest', start);
      const failsOnce = http.get('*/api/index/onlogin', () => HttpResponse.error(), { once: true });
      return { ...backend, handlers: [failsOnce, unanswered('get', 'onlogin'), ...backend.handlers] };
    },
    steps: [{ tap: '重试' }],
    stops: true,
  }),
  saving: halfWay('fill-form', {
    title: { zh: '正在保存', en: 'Saving' },
    description: {
      zh: '没有新头像，点了保存，还没有结果。',
      en: 'Saved without a new picture, no response yet.',
    },
    handlers: [unanswered('post', 'setuserinfo')],
    steps: [{ type: '林深时见鹿', into: 'nickName' }, { tap: '保存' }],
    stops: true,
  }),
  'authorize-sheet': halfWay('guest-profile', {
    title: { zh: '授权框', en: 'Authorisation sheet' },
    description: { zh: '微信询问头像昵称，等待回答。', en: 'WeChat asks for avatar and nickname.' },
    steps: [{ tap: '授权登录' }],
  }),
  'refused-modal': halfWay('guest-button', {
    title: { zh: '拒绝后的说明', en: 'Explained after a refusal' },
    description: {
      zh: '拒绝授权后，小程序用弹窗说明为什么需要。',
      en: 'After a refusal, a modal of the mini-program explains why it is needed.',
    },
    steps: deny,
  }),
  settings: halfWay('guest-button', {
    title: { zh: '设置页', en: 'Settings' },
    description: {
      zh: '微信的设置页，开关还没有打开。',
      en: "WeChat's settings page, the switch still off.",
    },
    steps: [...deny, { answer: 'modal', with: 'confirm' }],
  }),
  contract: halfWay('privacy-pending', {
    title: { zh: '隐私保护指引', en: 'Privacy contract' },
    description: { zh: '从隐私弹窗打开的指引全文。', en: 'The contract, opened from the privacy sheet.' },
    steps: [{ tap: '选择头像' }, { tap: '《小程序隐私保护指引》' }],
  }),
  'avatar-sheet': halfWay('fill-form', {
    title: { zh: '选择头像', en: 'Avatar sheet' },
    description: { zh: '微信的头像面板，等待选择。', en: "WeChat's avatar sheet." },
    steps: [{ tap: '选择头像' }],
  }),
  'nickname-offer': halfWay('fill-form', {
    title: { zh: '昵称建议', en: 'Nickname suggestion' },
    description: {
      zh: '光标在昵称里：键盘上方是微信昵称的建议。',
      en: "The cursor is in the nickname field: WeChat's suggestion is shown.",
    },
    steps: [{ focus: 'nickName' }],
  }),
  'saved-toast': halfWay('fill-form', {
    title: { zh: '保存成功的提示', en: 'Saved: the toast' },
    description: { zh: '保存成功，提示还在。', en: 'Saved; the toast is still shown.' },
    steps: [...pickAvatar, { type: '林深时见鹿', into: 'nickName' }, { tap: '保存' }],
    stops: true,
  }),
};

const inGroups = Object.keys(groups).flatMap((group) => scenarios.filter((one) => groupOf(one) === group));

/** A refusal in the form of the contract. */
const refuses = (status: number, msg: string) => () => HttpResponse.json({ code: 0, msg }, { status });

export default defineConfig({
  root: 'miniprogram',
  start: DEFAULT_SCENARIO,
  faults: {
    'too-often': {
      title: { zh: '429 登录太频繁', en: '429, logins too often' },
      endpoint: `GET ${API_PATH}onlogin`,
      respond: refuses(429, 'code: too many logins of this user'),
    },
    'wechat-busy': {
      title: { zh: '502 微信繁忙', en: '502, WeChat is busy' },
      endpoint: `GET ${API_PATH}onlogin`,
      respond: refuses(502, 'WeChat is busy'),
    },
    'session-ended': {
      title: { zh: '401 会话失效', en: '401, the session has ended' },
      respond: refuses(401, 'rd3_session: unknown or expired'),
    },
    'too-large': {
      title: { zh: '413 图片太大', en: '413, the picture is too large' },
      endpoint: `POST ${API_PATH}setuserinfo`,
      respond: refuses(413, 'body: larger than 1 MiB'),
    },
  },
  scenes: {
    ...Object.fromEntries(inGroups.map((scenario) => [scenario.id, sceneOf(scenario)])),
    ...midway,
  },
});
