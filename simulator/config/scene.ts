/** Opens a scene of a config: WeChat, the phone's starting state, the backend's handlers. For Node and browsers. */
import type { RequestHandler } from 'msw';
import { TEST_CREDENTIALS } from '../../mock-server/wechat/accounts';
import { createWechatHandlers, portraitHandler } from '../../mock-server/wechat/handlers';
import { createWechat } from '../../mock-server/wechat/server';
import type { Wechat } from '../../mock-server/wechat/types';
import type { PhoneOptions } from '../phone/option-types';
import { accountsOf } from './accounts';
import type { Config, SceneBackend, SceneConfig, SceneStart, SceneStep } from './types';

/** An opened scene: everything that a phone needs. */
export interface OpenScene {
  readonly wechat: Wechat;
  /** Spread this object into the options of `createPhone`. */
  readonly phone: Omit<PhoneOptions, 'fetch' | 'clock' | 'report'>;
  /** In the order in which MSW tries them. */
  readonly handlers: readonly RequestHandler[];
  /** The part of `handlers` that the project wrote, without those of the mock WeChat. */
  readonly own: readonly RequestHandler[];
  /** Names of endpoints that cannot be derived from the handlers. */
  readonly endpoints: readonly string[];
  /** The first page, e.g. `pages/cart/cart?from=share`; undefined: the entry page. */
  readonly page: string | undefined;
  readonly steps: readonly SceneStep[];
  /** See `SceneConfig.stops`. */
  readonly stops: boolean;
  readonly backend: SceneBackend | undefined;
}

/**
 * Opens a scene.
 * @param scene A scene of the config; `{}` for a fresh phone.
 */
export async function openScene(config: Config, scene: SceneConfig, start: SceneStart): Promise<OpenScene> {
  const backend = await scene.backend?.(start);
  const accounts = accountsOf(config.accounts, start.publicOrigin);
  const wechat = backend?.wechat ?? createWechat({ clock: start.clock, ...TEST_CREDENTIALS, accounts });
  const account = backend?.account ?? scene.account ?? accounts[0]?.id;
  if (account === undefined) throw new Error('A phone needs an account: `accounts` of the config is empty.');
  const own = [...(scene.handlers ?? []), ...(backend?.handlers ?? []), ...(config.handlers ?? [])];
  const fallback = { ...config.fallback, ...scene.fallback };
  return {
    wechat,
    backend,
    page: scene.page,
    steps: scene.steps ?? [],
    stops: scene.stops ?? false,
    phone: {
      ...config.phone,
      ...scene.phone,
      wechat,
      account,
      storage: { ...backend?.storage, ...scene.storage },
      ...(Object.keys(fallback).length === 0 ? {} : { fallback }),
    },
    own,
    endpoints: backend?.endpoints ?? [],
    handlers: [
      ...own,
      ...createWechatHandlers(() => wechat),
      ...(config.accounts === undefined ? [portraitHandler(start.publicOrigin)] : []),
    ],
  };
}
