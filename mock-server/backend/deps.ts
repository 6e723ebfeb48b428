import type { Store } from '../store/store';
import type { ServerClock, WechatForBackends } from '../wechat/types';
import type { AccessTokenKeeper } from './access-token';

/** The dependencies of the backend. The files in `backend/` use no global state. */
export interface BackendDeps {
  store: Store;
  clock: ServerClock;
  /** `api.weixin.qq.com` over the network, or the simulated WeChat. */
  wechat: WechatForBackends;
  /** The mini-program's AppID and secret, as registered with WeChat. */
  credentials: { readonly appid: string; readonly secret: string };
  /** The cache of the access token. */
  accessTokens: AccessTokenKeeper;
  /** Words that a nickname or an own line must not contain. */
  blockedWords: readonly string[];
  /** The backend's origin, without a trailing slash, for the URLs of uploaded avatars. */
  publicOrigin: string;
}
