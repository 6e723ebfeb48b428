import type { Store } from '../store/store';
import type { FetchText } from '../wechat/api';
import type { ServerClock } from '../wechat/types';

/** Everything the backend needs from outside; nothing in `backend/` reaches for a global instead. */
export interface BackendDeps {
  store: Store;
  clock: ServerClock;
  /** Reaches `api.weixin.qq.com`. */
  fetch: FetchText;
  /** The mini-program's AppID and secret, as WeChat knows them. */
  credentials: { readonly appid: string; readonly secret: string };
  /** Where this backend is reached, without a trailing slash: uploaded avatars get URLs below it. */
  publicOrigin: string;
}
