/** Session and person, asked of the phone, WeChat and the scene's backend. Ids and keys stay behind. */
import type { WechatProfile } from '../../../mock-server/wechat/types';
import type { BackendFacts } from '../../../simulator/config/types';
import type { PreviewPhone } from '../../bridge';

/** What they say. */
export interface WhoAmI {
  /** What the backend says; undefined: the scene has none that can be asked. */
  facts: BackendFacts | undefined;
  /** What `wx.checkSession` would say. */
  wechatFresh: boolean;
  account: string;
  wechat: WechatProfile;
  scopes: readonly { scope: string; granted: boolean }[];
}

/** Reads phone, WeChat and backend. None of these reads appears in a log. */
export async function whoAmI({ phone, wechat, account, backend }: PreviewPhone): Promise<WhoAmI> {
  const [facts, wechatFresh, profile] = await Promise.all([
    backend?.facts?.(phone.storage),
    wechat.isSessionFresh(account),
    wechat.profileOf(account),
  ]);
  return {
    facts,
    wechatFresh,
    account,
    wechat: profile,
    scopes: Object.entries(phone.authSetting).map(([scope, granted]) => ({ scope, granted })),
  };
}
