/** `phone.config.ts`: a project's description of its mini-program, accounts, backend and scenes. */
import type { RequestHandler } from 'msw';
import type { Era, ServerClock, Wechat, WechatProfile } from '../../mock-server/wechat/types';
import type { Device, PhoneClock, PhoneOptions, Substitutes } from '../phone/option-types';
import type { UserStep } from '../user-steps';

/** A text, or one for each language of the preview. */
export type Text = string | { readonly zh: string; readonly en: string };

/** A user of the phone. All fields have a default. */
export interface AccountConfig extends Partial<WechatProfile> {
  /**
   * The phone numbers bound to WeChat, e.g. `13800000000`, `+852 51112222`. The first is the default one. Absent: none.
   */
  readonly phoneNumber?: string | readonly string[];
  /** Default: derived from the account's id. */
  readonly openid?: string;
  readonly unionid?: string;
  /** WeChat rates the account as high risk: code2Session answers 40226. */
  readonly blocked?: boolean;
}

/** The phone's starting state. */
export interface PhoneConfig
  extends Pick<
    PhoneOptions,
    | 'sdkVersion'
    | 'authSetting'
    | 'privacy'
    | 'online'
    | 'speed'
    | 'envVersion'
    | 'allowedOrigins'
    | 'frequencyLimit'
    | 'nicknameReview'
    | 'phoneNumber'
  > {
  /** The version of WeChat's authorisation rules. Default `fill`: today's rules. */
  readonly era?: Era;
  readonly device?: Partial<Device>;
}

/** One action of the user on the way to a scene's state. */
export type SceneStep = UserStep;

/** A failure, defined by the project, that the preview offers for an endpoint. */
export interface FaultConfig {
  /** Default: its id. */
  readonly title?: Text;
  /** `GET /goods/:id`, with the host if the endpoint is on another machine. Default: every endpoint. */
  readonly endpoint?: string;
  /** Returns the response that replaces that of the handlers: `HttpResponse.error()` for a broken connection. */
  respond(request: Request): Response | Promise<Response>;
}

/** The argument of `SceneConfig.backend`. */
export interface SceneStart {
  readonly clock: PhoneClock & ServerClock;
  /** Serves pictures. Without a trailing slash. */
  readonly publicOrigin: string;
}

/** A backend with its own state, created by the project each time a scene opens. */
export interface SceneBackend {
  /** The mock WeChat that the backend uses, if it creates one. */
  readonly wechat?: Wechat;
  /** The account that uses the phone; it exists in `wechat`. */
  readonly account?: string;
  readonly handlers: readonly RequestHandler[];
  /**
   * Names of endpoints that cannot be derived from the handlers, because a handler matches every request:
   * `GET /api/login`.
   */
  readonly endpoints?: readonly string[];
  readonly storage?: Readonly<Record<string, unknown>>;
  /** Facts about the user for the preview's panel. Called again for each update of the panel. */
  facts?(storage: Readonly<Record<string, unknown>>): Promise<BackendFacts>;
  /** Ends every session. The preview has a button for it. */
  expireSessions?(): Promise<void>;
}

/** The backend's record of the session in the phone's storage. */
export interface BackendFacts {
  /** Is there a session id in the phone's storage? */
  readonly stored: boolean;
  /** Does the backend know that session? null: no session id is stored. */
  readonly live: boolean | null;
  readonly liveSessions: number;
  /** The backend's record of the session's user; null: no live session. */
  readonly user: { readonly profile: object | null; readonly registeredAt: number } | null;
}

/** A starting state for the preview and for tests. */
export interface SceneConfig {
  /** Default: the scene's key. */
  readonly title?: Text;
  /** One line of text. */
  readonly description?: Text;
  /** The heading under which the list of scenes shows this scene. */
  readonly group?: Text;
  /** Suggests to a newcomer what to try in the preview. */
  readonly hint?: Text;
  /** The page that opens first, with its query, e.g. `pages/cart/cart?from=share`. Default: the entry page. */
  readonly page?: string;
  /** The user of the phone: a key of `accounts`. Default: the first account. */
  readonly account?: string;
  readonly phone?: PhoneConfig;
  /** The storage that earlier runs of the mini-program have left. */
  readonly storage?: Readonly<Record<string, unknown>>;
  /** Take precedence over the handlers of the config. */
  readonly handlers?: readonly RequestHandler[];
  /** APIs that the phone does not model; take precedence over those of the config. */
  readonly fallback?: Substitutes;
  /** Added to the page's query in the compile mode of WeChat DevTools, where the handlers do not run: `mock=empty`. */
  readonly compileQuery?: string;
  /** The user's actions after the launch. */
  readonly steps?: readonly SceneStep[];
  /**
   * Stops the scene half-way: after the last step, or after the launch, the scene does not wait for answers. The
   * phone's toasts and time limits stand still until the user touches it. For states that last only a moment: loading,
   * saving, a toast.
   */
  readonly stops?: true;
  /** Creates the backend each time the scene opens. */
  readonly backend?: (start: SceneStart) => SceneBackend | Promise<SceneBackend>;
}

/** The content of `phone.config.ts`. */
export interface Config {
  /**
   * The folder with `app.json`, or the project's folder; relative to the config's folder. Default: the config's folder.
   */
  readonly root?: string;
  /** The name of the mini-program. Default: the name in app.json, else in project.config.json. */
  readonly title?: string;
  /** The users, by id. Default: invented accounts. */
  readonly accounts?: Readonly<Record<string, AccountConfig>>;
  /** MSW handlers of the backend. */
  readonly handlers?: readonly RequestHandler[];
  /** Failures that the preview offers in addition to those that it offers for every endpoint; by id. */
  readonly faults?: Readonly<Record<string, FaultConfig>>;
  /** APIs that the phone does not model, e.g. `scanCode`. Each use is reported once. */
  readonly fallback?: Substitutes;
  /** The phone's starting state in every scene. */
  readonly phone?: PhoneConfig;
  /** The scene to show when none is named. Default: the first one. */
  readonly start?: string;
  /** By name. Default: one for each page of app.json. */
  readonly scenes?: Readonly<Record<string, SceneConfig>>;
}

/**
 * Returns the config unchanged; TypeScript checks its types. `launch`, the preview and the commands check the values.
 * @example
 * export default defineConfig({ root: 'miniprogram', scenes: { empty: { title: '没有商品' } } });
 */
export const defineConfig = (config: Config): Config => config;
