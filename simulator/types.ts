/**
 * The phone's public types. Two stages build on them: `headless.ts` (miniprogram-simulate) and the browser
 * preview (glass-easel). Nothing here depends on the product or the mock backend.
 */
import type { Era } from '../mock-server/wechat/types';
import type { Device, PhoneClock, Speed } from './option-types';
import type { Screen } from './screen-types';
import type { StorageTool } from './storage';

export type * from './option-types';
export type * from './screen-types';
export type { Era };

/** The result of the check of a nickname that a person has typed into `<input type="nickname">`. */
export interface NicknameReview {
  /** `detail` of `nicknamereview`: false only for a rejected name. */
  readonly pass: boolean;
  /** `detail` of `nicknamereview`: the check did not answer. */
  readonly timeout: boolean;
  /** Does the input fire `nicknamereview` with `{ pass, timeout }`? */
  readonly firesEvent: boolean;
  /** Does WeChat empty the input? */
  readonly cleared: boolean;
}

/** One line of the phone's log, for the preview's panel and for tests. Never holds a secret. */
export type PhoneEvent =
  | {
      readonly kind: 'call';
      readonly at: number;
      readonly api: string;
      readonly args: unknown;
      readonly id: number;
    }
  | {
      readonly kind: 'result';
      readonly at: number;
      readonly api: string;
      readonly id: number;
      readonly ok: boolean;
      readonly result: unknown;
    }
  | {
      readonly kind: 'request';
      readonly at: number;
      readonly method: string;
      readonly url: string;
      /** null: it never got an answer. */
      readonly status: number | null;
      readonly ms: number;
    };

/** A `<button open-type>` that was tapped: what it says on it, and how it reports back. */
export interface PressedButton {
  /** One or more values, joined by `|`. */
  openType: string;
  /** Other attributes that matter: `lang`, `id` (for agreePrivacyAuthorization) … */
  attributes: Readonly<Record<string, unknown>>;
  /** Fires an event on the button: `getuserinfo`, `opensetting`, `chooseavatar`, `agreeprivacyauthorization` … */
  emit(event: string, detail: Record<string, unknown>): void;
}

/** How the mini-program was started: the argument of `App.onLaunch` and `App.onShow`. */
export interface LaunchOptions {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** WeChat's number for the place that it was opened from, e.g. 1001. */
  readonly scene: number;
  readonly referrerInfo: Readonly<Record<string, unknown>>;
}

/** A page in the stack, as far as the phone needs to know it. */
export interface PageRef {
  readonly route: string;
  readonly options: Readonly<Record<string, string>>;
}

/** The parts of `app.json` that the phone obeys. */
export interface HostConfig {
  /** Milliseconds, by kind. */
  readonly networkTimeout?: {
    readonly request?: number;
    readonly uploadFile?: number;
    readonly downloadFile?: number;
  };
  readonly tabBar?: { readonly list?: readonly ({ readonly pagePath?: unknown } | null | undefined)[] };
  /** The purpose of a scope, as the authorisation sheet shows it. */
  readonly permission?: Readonly<Record<string, { readonly desc?: string } | undefined>>;
}

/** The stage that runs the mini-program: it owns pages, the phone owns everything else. */
export interface AppHost {
  /** Absent: nothing is configured. */
  readonly config?: HostConfig;
  /** APIs to fall back on for what is not modelled, where the phone's options name none. */
  readonly fallback?: Readonly<Record<string, unknown>>;
  /** APIs that the stage provides itself (`createSelectorQuery`, `onPageNotFound` …): nothing is reported for them. */
  readonly apis?: Readonly<Record<string, unknown>>;
  /** The bytes of a file of the mini-program's package, by its path from the root; absent: they cannot be read. */
  packageFile?(path: string): Uint8Array | undefined;
  /** What `wx.getLaunchOptionsSync` (and, for now, `wx.getEnterOptionsSync`) answers. */
  launchOptions?(): LaunchOptions;
  /** The page stack, bottom to top. */
  pages(): readonly PageRef[];
  /**
   * Does what `wx.navigateTo` and its kin ask.
   * Rejects with an `Error` whose message is WeChat's reason, e.g. `page "pages/x" is not found`.
   * @param target `events` are the listeners that `wx.navigateTo` was given for the opened page's event channel.
   * @returns what `success` gets besides `errMsg`, e.g. `eventChannel`.
   */
  navigate(
    how: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | 'navigateBack',
    target: { url: string; events?: Readonly<Record<string, unknown>> } | { delta: number },
    // biome-ignore lint/suspicious/noConfusingVoidType: a stage without a result returns nothing
  ): Promise<Readonly<Record<string, unknown>> | void>;
  /**
   * Something of the mini-program itself is due, e.g. a short timer: resolves when it has run. Undefined: nothing is.
   * `Phone.settle` waits for it, and rejects with what it rejects with.
   */
  due?(): Promise<void> | undefined;
  /** `wx.stopPullDownRefresh`, `wx.setNavigationBarTitle` and the like; unknown names may be ignored. */
  chrome?(api: string, args: Readonly<Record<string, unknown>>): void;
}

/** A field that has the focus. */
export interface FocusedField {
  /** Of its keyboard, px; 0 on a device with keys. */
  readonly height: number;
  /** `wx.hideKeyboard`: the field loses the focus. */
  leave(): void;
}

/** A simulated phone with one mini-program on it. */
export interface Phone {
  /**
   * The `wx` object of the process that runs, or of the next one: each process has its own. `kill()` ends it, and with it
   * everything that was assigned to it. Read it again after a `kill()`.
   */
  readonly wx: WechatMiniprogram.Wx;
  /**
   * Changes the `wx` of every process before the mini-program sees it: the present one at once, later ones when they
   * are made. For substitutes that must outlive a relaunch.
   * @returns a function after which later processes are not changed
   */
  onWx(change: (wx: WechatMiniprogram.Wx) => void): () => void;
  readonly screen: Screen;
  readonly era: Era;
  readonly sdkVersion: string;
  readonly device: Readonly<Device>;
  readonly clock: PhoneClock;
  /** Scopes asked for so far. */
  readonly authSetting: Readonly<Record<string, boolean>>;
  /** A copy of what the mini-program has stored. */
  readonly storage: Readonly<Record<string, unknown>>;
  /** The storage of the account that is logged in, as a tool sees it. */
  readonly stored: StorageTool;
  /**
   * A file by its path: a temporary one (`wxfile://tmp_…`, what `chooseAvatar` or `downloadFile` gave), a saved one, or
   * one below `wx.env.USER_DATA_PATH`. For drawing it in a browser.
   */
  file(
    path: string,
  ): { readonly name: string; readonly type: string; readonly bytes: Uint8Array } | undefined;
  /** The paths of all files that the phone keeps. Temporary ones end with the process. */
  readonly files: readonly string[];
  readonly online: boolean;
  setOnline(online: boolean): void;
  /** How slow the network is; undefined: an answer takes no time. */
  readonly speed: Speed | undefined;
  setSpeed(speed: Speed | undefined): void;
  setTheme(theme: 'light' | 'dark'): void;
  /** The person did this elsewhere: in WeChat's own settings, without the mini-program asking. */
  setScope(scope: string, granted: boolean | undefined): void;
  /** Runs `run` (an event handler) as the consequence of a person's tap; the gesture ends with the macrotask. */
  tap<T>(run: () => T): T;
  /** Runs `run` (a timer's callback) as the consequence of no tap: a timer does not inherit the gesture. */
  untapped<T>(run: () => T): T;
  /** A person taps a button with an `open-type`: does what WeChat does, then fires the button's events. */
  press(button: PressedButton): void;
  /**
   * Is `<input type="nickname">` one? False before base library 2.21.2 and while the privacy contract waits for
   * consent: then it is a plain text input, and nothing is reviewed
   * (miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html).
   */
  readonly hasNicknameInput: boolean;
  /**
   * WeChat's check of a nickname, which a stage starts when `<input type="nickname">` loses the focus
   * (miniprogram/dev/framework/open-ability/userProfile.html). Resolves with what the stage has to do; it never rejects.
   */
  reviewNickname(name: string): Promise<NicknameReview>;
  /**
   * The stage calls it when a field gets the focus. It fires `wx.onKeyboardHeightChange`.
   * @returns the function to call when the field has lost it; a second call changes nothing
   */
  raiseKeyboard(field: FocusedField): () => void;
  /** The stage that runs the mini-program. */
  attach(host: AppHost): void;
  /** To the background and back: `wx.onAppHide`/`onAppShow`; requests over 5 s in the background are interrupted. */
  hide(): void;
  show(): void;
  /** The mini-program's process ends: nothing that is pending is ever delivered; storage and scopes stay. */
  kill(): void;
  /** Id of the WeChat account that is logged in. */
  readonly account: string;
  /**
   * Another account logs in to WeChat on this phone: the process ends. Storage, files, scopes and the consent to the
   * privacy contract are that account's own, empty at first, and are there again when it comes back
   * (miniprogram/dev/framework/ability/storage.html, miniprogram/dev/framework/ability/file-system.html).
   */
  switchAccount(account: string): void;
  /**
   * The person deletes the mini-program from WeChat's list: its process ends, and storage, scopes, files and the consent
   * to the privacy contract are gone.
   */
  uninstall(): void;
  /** How many calls have not been answered yet, those that wait for a person included. */
  readonly pending: number;
  /**
   * Resolves when the phone has no work left: every call is answered or waits for the user.
   * Where only timers of a virtual clock are left to wait for, it advances that clock; it never sleeps.
   */
  settle(): Promise<void>;
  /** The last 5000 lines of the log. */
  readonly events: readonly PhoneEvent[];
  /**
   * Calls the listener with exceptions in callbacks and listeners of the mini-program; while a listener is registered they
   * are not reported. `where` names the callback's API.
   */
  onError(listener: (error: unknown, where: string) => void): () => void;
  onEvent(listener: (event: PhoneEvent) => void): () => void;
}
