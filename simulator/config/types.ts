/** `phone.config.ts`: what a project says of its mini-program, its people, its backend, and the states to look at. */
import type { RequestHandler } from 'msw';
import type { Era, ServerClock, Wechat, WechatProfile } from '../../mock-server/wechat/types';
import type { Device, PhoneClock, PhoneOptions, Substitutes } from '../option-types';
import type { UserStep } from '../user-steps';

/** A text, or one for each language of the preview. */
export type Text = string | { readonly zh: string; readonly en: string };

/** A person who can hold the phone. All fields have a default. */
export interface AccountConfig extends Partial<WechatProfile> {
  /** The number bound to WeChat, e.g. `13800000000`, `+852 51112222`; several: the usual one first; absent: none. */
  readonly phoneNumber?: string | readonly string[];
  /** Default: made from the account's id. */
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
  /** Which of WeChat's authorisation rules are in force. Default `fill`: those of today. */
  readonly era?: Era;
  readonly device?: Partial<Device>;
}

/** One thing that a person does to reach a scene's state. */
export type SceneStep = UserStep;

/** A failure of the project's own that the preview offers for an endpoint. */
export interface FaultConfig {
  /** Default: its id. */
  readonly title?: Text;
  /** `GET /goods/:id`, with the host where that is another machine than this. Default: every endpoint. */
  readonly endpoint?: string;
  /** What is answered in place of the handlers: `HttpResponse.error()` for a connection that breaks. */
  respond(request: Request): Response | Promise<Response>;
}

/** What a scene gets when it opens. */
export interface SceneStart {
  readonly clock: PhoneClock & ServerClock;
  /** Where pictures can be served from, without a trailing slash. */
  readonly publicOrigin: string;
}

/** A backend of the project's own with a state of its own, made anew each time that a scene opens. */
export interface SceneBackend {
  /** Its WeChat, when it brings one along. */
  readonly wechat?: Wechat;
  /** The account that holds the phone, of that WeChat. */
  readonly account?: string;
  readonly handlers: readonly RequestHandler[];
  /** Names of endpoints that its handlers do not show, because they decide by themselves: `GET /api/login`. */
  readonly endpoints?: readonly string[];
  readonly storage?: Readonly<Record<string, unknown>>;
  /** What the preview's panel shows of the person, read anew each time. */
  facts?(storage: Readonly<Record<string, unknown>>): Promise<BackendFacts>;
  /** Ends every session: the preview's button. */
  expireSessions?(): Promise<void>;
}

/** A backend's record of the session in the phone's storage. */
export interface BackendFacts {
  /** Is there a session id in the phone's storage? */
  readonly stored: boolean;
  /** Does the backend know that session? null: there is none to ask about. */
  readonly live: boolean | null;
  readonly liveSessions: number;
  /** The backend's record of the session's user; null: no live session. */
  readonly user: { readonly profile: object | null; readonly registeredAt: number } | null;
}

/** A state to look at, and to start a test from. */
export interface SceneConfig {
  /** Default: the scene's name. */
  readonly title?: Text;
  /** One line. */
  readonly description?: Text;
  /** Heading of the list under which the scene stands. */
  readonly group?: Text;
  /** What a newcomer can try in it, in the preview. */
  readonly hint?: Text;
  /** The page that opens first, with its query, e.g. `pages/cart/cart?from=share`. Default: the entry page. */
  readonly page?: string;
  /** Whose phone it is: a key of `accounts`. Default: the first one. */
  readonly account?: string;
  readonly phone?: PhoneConfig;
  /** What the mini-program stored in earlier runs. */
  readonly storage?: Readonly<Record<string, unknown>>;
  /** Asked before those of the config. */
  readonly handlers?: readonly RequestHandler[];
  /** APIs for what the phone does not model; in front of those of the config. */
  readonly fallback?: Substitutes;
  /** Added to the page's query in the compile mode of WeChat DevTools, where the handlers are not: `mock=empty`. */
  readonly compileQuery?: string;
  /** What a person does after the launch. */
  readonly steps?: readonly SceneStep[];
  /**
   * The scene stops on its way: after its last step, or its launch, no answer is waited for, and the phone's toasts and
   * time limits stand still until a person touches it. For what is seen for a moment only: loading, saving, a toast.
   */
  readonly stops?: true;
  /** A backend that is made anew each time that the scene opens. */
  readonly backend?: (start: SceneStart) => SceneBackend | Promise<SceneBackend>;
}

/** The whole file. */
export interface Config {
  /** The folder with `app.json`, or that of the project; relative to the config's folder. Default: that folder. */
  readonly root?: string;
  /** The name of the mini-program. Default: that of app.json, else of project.config.json. */
  readonly title?: string;
  /** By id. Default: invented people. */
  readonly accounts?: Readonly<Record<string, AccountConfig>>;
  /** MSW's handlers of the backend. */
  readonly handlers?: readonly RequestHandler[];
  /** Failures to pick in the preview, beside those that every endpoint can have; by id. */
  readonly faults?: Readonly<Record<string, FaultConfig>>;
  /** APIs for what the phone does not model, e.g. `scanCode`. Each use is reported once. */
  readonly fallback?: Substitutes;
  /** What every scene's phone starts with. */
  readonly phone?: PhoneConfig;
  /** The scene that shows when none is named. Default: the first one. */
  readonly start?: string;
  /** By name. Default: one for each page of app.json. */
  readonly scenes?: Readonly<Record<string, SceneConfig>>;
}

/**
 * Makes a config; it only checks types. `launch`, the preview and the commands check the values.
 * @example
 * export default defineConfig({ root: 'miniprogram', scenes: { empty: { title: '没有商品' } } });
 */
export const defineConfig = (config: Config): Config => config;
