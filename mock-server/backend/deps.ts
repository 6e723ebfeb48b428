import type { Store } from '../store/store';
import type { ServerClock, WechatForBackends } from '../wechat/types';
import type { AccessTokenKeeper } from './access-token';

/** Everything the backend needs from outside; nothing in `backend/` reaches for a global instead. */
export interface BackendDeps {
  store: Store;
  clock: ServerClock;
  /** `api.weixin.qq.com`: over the network, or WeChat's stand-in itself. */
  wechat: WechatForBackends;
  /** The mini-program's AppID and secret, as registered with WeChat. */
  credentials: { readonly appid: string; readonly secret: string };
  /** The tokens with which this backend calls WeChat. */
  accessTokens: AccessTokenKeeper;
  /** Words that no nickname and no line of a person may hold. */
  blockedWords: readonly string[];
  /** Where this backend is reached, without a trailing slash: uploaded avatars get URLs below it. */
  publicOrigin: string;
}
