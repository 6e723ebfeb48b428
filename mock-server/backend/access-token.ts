/** The access token that the backend needs to call WeChat. It is requested once and cached until it expires. */
import type { AccessTokenBody, ServerClock, WechatForBackends } from '../wechat/types';
import { Refusal } from './replies';

/** Caches one token. Concurrent callers share one request to WeChat. */
export interface AccessTokenKeeper {
  /** @throws Refusal 502 if WeChat gives none */
  get(): Promise<string>;
  /** Removes a token that WeChat has refused: the next `get` requests a new one. */
  drop(token: string): void;
}

/** A token is replaced this number of milliseconds before it expires. */
const MARGIN_MS = 60_000;

/**
 * Creates the token cache of a backend. It requests the stable token: each new plain token would end the token of other
 * processes.
 */
export function keepAccessToken(
  wechat: WechatForBackends,
  credentials: { readonly appid: string; readonly secret: string },
  clock: ServerClock,
): AccessTokenKeeper {
  let kept: { token: string; until: number } | null = null;
  let asking: Promise<string> | null = null;

  async function ask(): Promise<string> {
    const body = await wechat.getStableAccessToken({
      ...credentials,
      grant_type: 'client_credential',
      force_refresh: false,
    });
    const { access_token, expires_in, errcode } = body as { [K in keyof AccessTokenBody]?: unknown };
    if (typeof access_token !== 'string' || access_token === '' || typeof expires_in !== 'number') {
      const known = typeof errcode === 'number' ? errcode : undefined;
      throw new Refusal(502, 'WeChat refused an access token: check AppID and secret of this server', known);
    }
    kept = { token: access_token, until: clock.now() + expires_in * 1000 - MARGIN_MS };
    return access_token;
  }

  return {
    async get() {
      if (kept && clock.now() < kept.until) return kept.token;
      asking ??= ask().finally(() => {
        asking = null;
      });
      return asking;
    },
    drop(token) {
      if (kept?.token === token) kept = null;
    },
  };
}
