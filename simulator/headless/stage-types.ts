/** The stage as tests use it. */
import type { Phone } from '../types';
import type { Modules } from './modules/modules';
import type { ActOptions, PageHandle } from './page';

export interface HeadlessOptions {
  /** The folder with `app.json`, or that of the project, with `project.config.json`: absolute, or relative to Jest's `rootDir`. */
  root: string;
  phone: Phone;
  /** What `requirePlugin` gives, by the plugin's name. */
  plugins?: Readonly<Record<string, unknown>>;
  /**
   * Exceptions that the test expects: where this returns true, the exception goes to `App.onError` and no action throws.
   * An unhandled rejection goes to the App's `onUnhandledRejection`, and Jest does not fail the test.
   */
  ignore?: (error: unknown, where: string) => boolean;
  /** Called with what a developer should know, e.g. an unknown tag. Default: console.warn. */
  report?: (message: string) => void;
  /** Runs the mini-program's code. Default: Jest's module registry, or Node's where there is no Jest. */
  modules?: Modules;
}

/** How the mini-program is opened. */
export interface LaunchRequest {
  /** Default: the entry page of app.json. It is opened by `open`, not by `launch`. */
  path?: string;
  query?: Readonly<Record<string, string>>;
  /** Where it was opened from. Default 1001, the list of mini-programs. */
  scene?: number;
}

/** How long `settle` waits. */
export interface SettleOptions {
  /**
   * Carries longer timers of the mini-program, too: those that fall into the next so many milliseconds. Real timers take
   * real time; fake ones are moved by as much. Default 0.
   */
  timers?: number;
}

/** A mini-program that runs. Every action settles the phone and throws what the mini-program threw. */
export interface Stage {
  readonly phone: Phone;
  /** What `getApp()` returns. @throws Error before the launch. */
  readonly app: Record<string, unknown>;
  /** The page of app.json that opens first. */
  readonly entry: string;
  /** The page stack, bottom to top. */
  readonly pages: readonly PageHandle[];
  /** The page on top. @throws Error when there is none. */
  readonly page: PageHandle;
  /** Starts the process: runs app.ts, `onLaunch`, `onShow`. Ends the one that runs. */
  launch(request?: LaunchRequest, options?: ActOptions): Promise<void>;
  /** Opens a page (and launches with it first, if nothing runs). `route` without a leading slash. */
  open(route: string, query?: Readonly<Record<string, string>>, options?: ActOptions): Promise<PageHandle>;
  /**
   * Waits until the phone has no work left, and no timer of the mini-program of at most 20 ms is left.
   * @throws Error when a loop of such timers does not end.
   */
  settle(options?: SettleOptions): Promise<void>;
  /** The person leaves the mini-program … */
  hide(options?: ActOptions): Promise<void>;
  /** … and comes back. */
  show(options?: ActOptions): Promise<void>;
  /** The back button. */
  back(options?: ActOptions): Promise<void>;
  /** A tap on the tab bar: its text, or the page that it leads to. `onTabItemTap` is called. */
  tapTab(tab: string, options?: ActOptions): Promise<void>;
  /** The process ends without a call of its life-cycle functions; storage and scopes stay. */
  kill(): void;
  /** The person deletes the mini-program: as `kill`, and storage, scopes and files are gone. */
  uninstall(): void;
  /** Kill, and launch again as before. */
  relaunch(options?: ActOptions): Promise<void>;
  /** Ends the process and takes the globals away. @throws an error of the mini-program that no action has thrown yet. */
  close(): void;
}
