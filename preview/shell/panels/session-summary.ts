/**
 * Reads session and user from the phone, WeChat and the scene's backend. The result contains no session ids and no
 * keys.
 */
import type { WechatProfile } from '../../../mock-server/wechat/types';
import type { BackendFacts } from '../../../simulator/config/types';
import type { PreviewPhone } from '../../bridge';

/** The data of the panel *Session*. */
export interface SessionSummary {
  /** Data of the backend. undefined: the scene has no backend, or its backend does not provide them. */
  facts: BackendFacts | undefined;
  /** Would `wx.checkSession` succeed? */
  wechatFresh: boolean;
  account: string;
  wechat: WechatProfile;
  scopes: readonly { scope: string; granted: boolean }[];
}

/** Reads the data without adding lines to the log. */
export async function readSessionSummary({
  phone,
  wechat,
  account,
  backend,
}: PreviewPhone): Promise<SessionSummary> {
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
