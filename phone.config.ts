/** The states of this repository's own mini-program, as `miniprogram-phone` shows them: one for each scenario of the mock. */
import { type BackendFacts, defineConfig, type SceneConfig, type SceneStart } from 'miniprogram-phone';
import { createHandlers } from './mock-server/handlers';
import { DEFAULT_SCENARIO, scenarios } from './mock-server/scenarios';
import type { Scenario, World } from './mock-server/types';
import { createWorld } from './mock-server/world';

/** Headings of the list, in their order. */
const groups = {
  new: { zh: '还不认识的人', en: 'Not known yet' },
  form: { zh: '填写资料', en: 'Filling in a profile' },
  known: { zh: '已有资料的人', en: 'Known people' },
  session: { zh: '登录态失效', en: 'Login ran out' },
  trouble: { zh: '出错的时候', en: 'When things fail' },
};

/** What a newcomer can try. */
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

/** A scenario's heading follows from what it starts with, so a new scenario needs no entry here. */
function groupOf({ phone, server, person, endsIn }: Scenario): keyof typeof groups {
  if (person || phone.privacy) return 'form';
  const { wechat } = server;
  const fails = (server.faults ?? []).length > 0 || wechat?.code2SessionError || wechat?.blocked;
  if (fails || phone.online === false) return 'trouble';
  if (phone.stored?.session === 'expired' || wechat?.sessionKeyExpired) return 'session';
  return endsIn.isLogin === 1 ? 'known' : 'new';
}

/** The stored session id, whatever else the entry may be. */
function sessionOf(storage: Readonly<Record<string, unknown>>): string | null {
  const entry = storage.rd3_session;
  const value = typeof entry === 'object' && entry !== null && 'value' in entry ? entry.value : entry;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** What the backend knows of the session in the phone's storage. */
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

/** The login's backend in a scenario's starting state. */
async function backendOf(scenario: string, { clock, publicOrigin }: SceneStart) {
  const world = await createWorld({ scenario, clock, publicOrigin });
  const { account, storage } = world.phone;
  return {
    wechat: world.wechat,
    account,
    storage,
    handlers: createHandlers(() => world),
    facts: (stored: Readonly<Record<string, unknown>>) => factsOf(world, stored),
    expireSessions: () => world.expireSessions(),
  };
}

function sceneOf(scenario: Scenario): SceneConfig {
  const { id, title, description, phone, person } = scenario;
  const { stored: _seededByTheWorld, ...start } = phone;
  const hint = hints[id] ?? (id === 'guest-legacy' ? hints['guest-button'] : undefined);
  return {
    title,
    description,
    group: groups[groupOf(scenario)],
    phone: start,
    compileQuery: `mock=${id}`,
    backend: (given) => backendOf(id, given),
    ...(person ? { steps: person } : {}),
    ...(hint ? { hint } : {}),
  };
}

const inGroups = Object.keys(groups).flatMap((group) => scenarios.filter((one) => groupOf(one) === group));

export default defineConfig({
  root: 'miniprogram',
  start: DEFAULT_SCENARIO,
  scenes: Object.fromEntries(inGroups.map((scenario) => [scenario.id, sceneOf(scenario)])),
});
