/** Session and person, asked of the phone, the backend's store and WeChat. Ids and keys stay behind. */
import type { Profile } from '../../../miniprogram/services/contract';
import type { WechatProfile } from '../../../mock-server/wechat/types';
import type { PreviewPhone } from '../../bridge';

export interface WhoAmI {
  /** Is there a session id in the phone's storage? */
  stored: boolean;
  /** Does the backend know that session? null = there is none to ask about. */
  live: boolean | null;
  liveSessions: number;
  /** What `wx.checkSession` would say. */
  wechatFresh: boolean;
  account: string;
  wechat: WechatProfile;
  /** What the backend knows of the session's user; null = no live session. */
  backend: { profile: Profile | null; registeredAt: number } | null;
  scopes: readonly { scope: string; granted: boolean }[];
}

/** The stored session id, whatever else the entry may be. */
function sessionOf(storage: Readonly<Record<string, unknown>>): string | null {
  const entry = storage.rd3_session;
  const value = typeof entry === 'object' && entry !== null && 'value' in entry ? entry.value : entry;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Reads phone, WeChat and backend. None of these reads appears in a log. */
export async function whoAmI({ phone, world }: PreviewPhone): Promise<WhoAmI> {
  const { account } = world.phone;
  const id = sessionOf(phone.storage);
  const [session, liveSessions, wechatFresh, wechat] = await Promise.all([
    id === null ? null : world.store.getSession(id),
    world.store.countSessions(),
    world.wechat.isSessionFresh(account),
    world.wechat.profileOf(account),
  ]);
  const user = session && (await world.store.getUser(session.openid));
  return {
    stored: id !== null,
    live: id === null ? null : session !== null,
    liveSessions,
    wechatFresh,
    account,
    wechat,
    backend: user && { profile: user.profile, registeredAt: user.registeredAt },
    scopes: Object.entries(phone.authSetting).map(([scope, granted]) => ({ scope, granted })),
  };
}
