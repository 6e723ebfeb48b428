/** The interface of the headless stage for tests. */
import type { Phone } from '../types';
import type { Modules } from './modules/modules';
import type { ActOptions, PageHandle } from './page';

export interface HeadlessOptions {
  /**
   * The folder with `app.json`, or the project's folder with `project.config.json`: absolute, or relative to Jest's
   * `rootDir`.
   */
  root: string;
  phone: Phone;
  /** The results of `requirePlugin`, by the plugin's name. */
  plugins?: Readonly<Record<string, unknown>>;
  /**
   * Returns true for exceptions that the test expects. Such an exception goes to `App.onError`, and no action throws
   * it. An expected unhandled rejection goes to the App's `onUnhandledRejection`, and Jest does not fail the test.
   */
  ignore?: (error: unknown, where: string) => boolean;
  /** Called with messages for the developer, e.g. about an unknown tag. Default: console.warn. */
  report?: (message: string) => void;
  /**
   * Runs the mini-program's code. Default: through Jest's module registry, or with this package's own loader if there
   * is no Jest.
   */
  modules?: Modules;
}

/** How the user opened the mini-program. */
export interface LaunchRequest {
  /** Default: the entry page of app.json. `launch` does not open the page; `open` does. */
  path?: string;
  query?: Readonly<Record<string, string>>;
  /** WeChat's scene value: where the mini-program was opened. Default 1001, the list of mini-programs. */
  scene?: number;
}

/** How long `settle` waits. */
export interface SettleOptions {
  /**
   * Also runs timers of the mini-program that are due within this number of milliseconds. With real timers this takes
   * real time; fake timers are advanced. Default 0.
   */
  timers?: number;
}

/** A running mini-program. Every action settles the phone and throws the mini-program's exceptions. */
export interface Stage {
  readonly phone: Phone;
  /** The result of `getApp()`. @throws Error before the launch. */
  readonly app: Record<string, unknown>;
  /** The route of the page that opens first. */
  readonly entry: string;
  /** The page stack, from bottom to top. */
  readonly pages: readonly PageHandle[];
  /** The top page. @throws Error when there is none. */
  readonly page: PageHandle;
  /** Ends the running process and starts a new one: runs app.ts, `onLaunch`, `onShow`. */
  launch(request?: LaunchRequest, options?: ActOptions): Promise<void>;
  /** Opens a page; launches the mini-program with it if no process is running. `route` has no leading slash. */
  open(route: string, query?: Readonly<Record<string, string>>, options?: ActOptions): Promise<PageHandle>;
  /**
   * Waits until the phone has no work left, and no timer of at most 20 ms of the mini-program is pending.
   * @throws Error when such timers start each other without an end.
   */
  settle(options?: SettleOptions): Promise<void>;
  /** The user leaves the mini-program: it goes to the background. */
  hide(options?: ActOptions): Promise<void>;
  /** The user returns to the mini-program. */
  show(options?: ActOptions): Promise<void>;
  /** The user presses the back button. */
  back(options?: ActOptions): Promise<void>;
  /** The user taps a tab, given by its text or its page. Calls `onTabItemTap`. */
  tapTab(tab: string, options?: ActOptions): Promise<void>;
  /** Kills the process: no life-cycle functions are called. Storage and scopes remain. */
  kill(): void;
  /** The user deletes the mini-program: kills the process, and deletes storage, scopes and files. */
  uninstall(): void;
  /** Kills the process and launches again with the same request. */
  relaunch(options?: ActOptions): Promise<void>;
  /** Ends the process and removes the globals. @throws the mini-program's exceptions that no action has thrown yet. */
  close(): void;
}
