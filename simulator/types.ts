/**
 * The phone's public types. Two stages build on them: `headless.ts` (miniprogram-simulate) and the browser
 * preview (glass-easel). Nothing here depends on the product or the mock backend.
 */
import type { Era } from '../mock-server/wechat/types';
import type { Device, PhoneClock, Speed } from './phone/option-types';
import type { Screen } from './phone/screen-types';
import type { StorageTool } from './phone/storage';

export type * from './phone/option-types';
export type * from './phone/screen-types';
export type { Era };

/** The result of the review of a nickname that the user has typed into `<input type="nickname">`. */
export interface NicknameReview {
  /** `detail` of `nicknamereview`: false only for a rejected name. */
  readonly pass: boolean;
  /** `detail` of `nicknamereview`: true if there was no verdict in time. */
  readonly timeout: boolean;
  /** Does the input fire `nicknamereview` with `{ pass, timeout }`? */
  readonly firesEvent: boolean;
  /** Does WeChat clear the input? */
  readonly cleared: boolean;
}

/** An event in the phone's log, for the preview's panel and for tests. Secrets are masked. */
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
      /** null: no response arrived. */
      readonly status: number | null;
      readonly ms: number;
    };

/** A `<button open-type>` that the user taps: its attributes, and a function to fire its events. */
export interface PressedButton {
  /** One or more values, joined by `|`. */
  openType: string;
  /** The other attributes that the action needs: `lang`, `id` (for agreePrivacyAuthorization) … */
  attributes: Readonly<Record<string, unknown>>;
  /** Fires an event on the button: `getuserinfo`, `opensetting`, `chooseavatar`, `agreeprivacyauthorization` … */
  emit(event: string, detail: Record<string, unknown>): void;
}

/** How the mini-program was started: the argument of `App.onLaunch` and `App.onShow`. */
export interface LaunchOptions {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** WeChat's scene value: where the mini-program was opened, e.g. 1001. */
  readonly scene: number;
  readonly referrerInfo: Readonly<Record<string, unknown>>;
}

/** A page in the stack, with the data that the phone needs. */
export interface PageRef {
  readonly route: string;
  readonly options: Readonly<Record<string, string>>;
}

/** The fields of `app.json` that the phone uses. */
export interface HostConfig {
  /** Time limits in milliseconds, by kind. */
  readonly networkTimeout?: {
    readonly request?: number;
    readonly uploadFile?: number;
    readonly downloadFile?: number;
  };
  readonly tabBar?: { readonly list?: readonly ({ readonly pagePath?: unknown } | null | undefined)[] };
  /** The purpose of a scope, as the authorisation sheet shows it. */
  readonly permission?: Readonly<Record<string, { readonly desc?: string } | undefined>>;
}

/** The stage that runs the mini-program. The stage has the pages; the phone has everything else. */
export interface AppHost {
  /** Absent: defaults for all fields. */
  readonly config?: HostConfig;
  /** Substitutes for APIs that are not modelled. Those in the phone's options take precedence. */
  readonly fallback?: Readonly<Record<string, unknown>>;
  /**
   * APIs that the stage implements itself (`createSelectorQuery`, `onPageNotFound` …): they are not reported as
   * substitutes.
   */
  readonly apis?: Readonly<Record<string, unknown>>;
  /** Reads a file of the mini-program's package, by its path from the root. Absent: the stage cannot read files. */
  packageFile?(path: string): Uint8Array | undefined;
  /** The result of `wx.getLaunchOptionsSync` and, for now, of `wx.getEnterOptionsSync`. */
  launchOptions?(): LaunchOptions;
  /** The page stack, from bottom to top. */
  pages(): readonly PageRef[];
  /**
   * Performs `wx.navigateTo` and the other navigations. Rejects with an `Error` whose message is WeChat's reason, e.g.
   * `page "pages/x" is not found`.
   * @param target `events` are the listeners in the option of `wx.navigateTo`, for the opened page's event channel.
   * @returns the fields of the success result except `errMsg`, e.g. `eventChannel`.
   */
  navigate(
    how: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | 'navigateBack',
    target: { url: string; events?: Readonly<Record<string, unknown>> } | { delta: number },
    // biome-ignore lint/suspicious/noConfusingVoidType: a stage without a result returns nothing
  ): Promise<Readonly<Record<string, unknown>> | void>;
  /**
   * Resolves when due work of the mini-program itself, e.g. a short timer, has run; undefined if nothing is due.
   * `Phone.settle` awaits it, and rejects with the same error.
   */
  due?(): Promise<void> | undefined;
  /**
   * Performs `wx.stopPullDownRefresh`, `wx.setNavigationBarTitle` and similar APIs. The stage may ignore unknown names.
   */
  chrome?(api: string, args: Readonly<Record<string, unknown>>): void;
}

/** The focused field. */
export interface FocusedField {
  /** The height of the keyboard in px; 0 on a device with physical keys. */
  readonly height: number;
  /** Blurs the field: `wx.hideKeyboard`. */
  leave(): void;
}

/** A simulated phone with one mini-program on it. */
export interface Phone {
  /**
   * The `wx` object of the running process, or of the next one. Each process has its own: `kill()` discards the object
   * and everything that was assigned to it. Read this property again after a `kill()`.
   */
  readonly wx: WechatMiniprogram.Wx;
  /**
   * Changes the `wx` of every process before the mini-program uses it: the current one at once, later ones when they
   * are created. For substitutes that must outlive a relaunch.
   * @returns a function that stops the changes for later processes
   */
  onWx(change: (wx: WechatMiniprogram.Wx) => void): () => void;
  readonly screen: Screen;
  readonly era: Era;
  readonly sdkVersion: string;
  readonly device: Readonly<Device>;
  readonly clock: PhoneClock;
  /** The scopes that have been requested so far. */
  readonly authSetting: Readonly<Record<string, boolean>>;
  /** A copy of the mini-program's storage. */
  readonly storage: Readonly<Record<string, unknown>>;
  /** Access to the storage of the logged-in account for tools. */
  readonly stored: StorageTool;
  /**
   * A file by its path: a temporary one (`wxfile://tmp_…`, from `chooseAvatar` or `downloadFile`), a saved one, or one
   * below `wx.env.USER_DATA_PATH`. The preview uses it to draw pictures.
   */
  file(
    path: string,
  ): { readonly name: string; readonly type: string; readonly bytes: Uint8Array } | undefined;
  /** The paths of all files on the phone. Temporary files are deleted when the process ends. */
  readonly files: readonly string[];
  readonly online: boolean;
  setOnline(online: boolean): void;
  /** The speed of the network; undefined: no delay. */
  readonly speed: Speed | undefined;
  setSpeed(speed: Speed | undefined): void;
  setTheme(theme: 'light' | 'dark'): void;
  /** The user changes a scope outside the mini-program, in WeChat's settings. */
  setScope(scope: string, granted: boolean | undefined): void;
  /** Runs `run` (an event handler) with the gesture of a user's tap. The gesture ends with the macrotask. */
  tap<T>(run: () => T): T;
  /** Runs `run` (a timer's callback) without a tap gesture, because timers do not inherit it. */
  untapped<T>(run: () => T): T;
  /** The user taps a button with an `open-type`: performs WeChat's action, then fires the button's events. */
  press(button: PressedButton): void;
  /**
   * Does `<input type="nickname">` work as a nickname input? False before base library 2.21.2, and while the user has
   * not agreed to the privacy contract: then it is a plain text input without review
   * (miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html).
   */
  readonly hasNicknameInput: boolean;
  /**
   * WeChat's review of a nickname. A stage calls it when `<input type="nickname">` loses the focus
   * (miniprogram/dev/framework/open-ability/userProfile.html). Resolves with the actions for the stage; never rejects.
   */
  reviewNickname(name: string): Promise<NicknameReview>;
  /**
   * Shows the keyboard: the stage calls it when a field gets the focus. Fires `wx.onKeyboardHeightChange`.
   * @returns the function to call when the field has lost the focus; further calls have no effect
   */
  raiseKeyboard(field: FocusedField): () => void;
  /** Connects the stage that runs the mini-program. */
  attach(host: AppHost): void;
  /**
   * Sends the mini-program to the background: `wx.onAppHide`. Requests that run longer than 5 s in the background are
   * interrupted. `show` brings it back: `onAppShow`.
   */
  hide(): void;
  show(): void;
  /** Kills the mini-program's process. Pending answers are never delivered; storage and scopes remain. */
  kill(): void;
  /** The id of the WeChat account that is logged in. */
  readonly account: string;
  /**
   * Logs in another WeChat account on this phone; the process ends. Each account has its own storage, files, scopes and
   * consent to the privacy contract. They are empty at first, and are restored when the account logs in again
   * (miniprogram/dev/framework/ability/storage.html, miniprogram/dev/framework/ability/file-system.html).
   */
  switchAccount(account: string): void;
  /**
   * The user deletes the mini-program from WeChat's list: the process ends, and storage, scopes, files and the consent
   * to the privacy contract are deleted.
   */
  uninstall(): void;
  /** The number of unanswered calls, including those that wait for the user. */
  readonly pending: number;
  /**
   * Resolves when the phone has no work left: every call is answered or waits for the user. If only timers of a virtual
   * clock are pending, it advances that clock; it never sleeps.
   */
  settle(): Promise<void>;
  /** The last 5000 events of the log. */
  readonly events: readonly PhoneEvent[];
  /**
   * Calls the listener with exceptions in callbacks and listeners of the mini-program. Without any listener, these
   * exceptions are reported. `where` names the API of the callback.
   */
  onError(listener: (error: unknown, where: string) => void): () => void;
  onEvent(listener: (event: PhoneEvent) => void): () => void;
}
