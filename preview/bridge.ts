/**
 * The interface of the phone's frame for the shell around it. Both have the same origin, so the shell calls the object
 * directly: `frame.contentWindow.previewPhone`.
 */
import type { Wechat } from '../mock-server/wechat/types';
import type { SceneBackend } from '../simulator/config/types';
import type { FontLevel } from '../simulator/phone/font-size';
import type { Speed } from '../simulator/phone/link-speed';
import type { Phone } from '../simulator/types';
import type { EndpointState } from './faults';
import type { LiveValues } from './live-values';
import type { Recording, ReplayResult, UserAction } from './record-steps';
import type { Problem } from './vite/program/types';

/** Settings of a phone's frame. Every field has a query parameter of the same name in `phone.html`'s URL. */
export interface PhoneSettings {
  /** Id of a scene of `phone.config.ts`. */
  scene: string;
  theme: 'light' | 'dark';
  /** The platform era (`Era`): which version of WeChat's authorisation rules applies. Overrides the scene's era. */
  era?: string;
  /** Base-library version; overrides the scene's. */
  sdk?: string;
  /** Id of a preset in `devices.ts`. Default: `defaultDevice`. */
  device?: string;
  /** The page to open first, with its query, e.g. `pages/user/user?from=share`. Default: the home page. */
  page?: string;
  /** WeChat's font size setting, as a number of steps above the standard size. Overrides the scene's setting. */
  font?: FontLevel;
  /** The limited network speed. Absent: the scene's speed. */
  net?: Speed;
  /** Which endpoints fail, and how: see `faults.ts`. */
  fault?: string;
  /** `long`: displayed texts are lengthened, see `long-text.ts`. */
  text?: 'long';
}

/**
 * A line of the frame's log, written by the stage. The phone writes its own lines (`PhoneEvent`). `at`: ms since 1970.
 */
export type StageEvent =
  | { readonly kind: 'set-data'; readonly at: number; readonly route: string; readonly data: unknown }
  | { readonly kind: 'life-cycle'; readonly at: number; readonly name: string; readonly route: string }
  | { readonly kind: 'problem'; readonly at: number; readonly message: string }
  /** The mini-program wrote to its console. */
  | { readonly kind: 'console'; readonly at: number; readonly level: ConsoleLevel; readonly args: unknown }
  /** The user tapped; `target` describes the element. */
  | { readonly kind: 'tap'; readonly at: number; readonly target: string }
  /** A request failed with the fault that the user selected for its endpoint. */
  | { readonly kind: 'fault'; readonly at: number; readonly endpoint: string; readonly fault: string }
  | { readonly kind: 'outside'; readonly at: number; readonly what: OutsideEvent };

/** Methods of `console` that write a line. */
export type ConsoleLevel = 'debug' | 'log' | 'info' | 'warn' | 'error';

/** An event from outside the mini-program: a change of the network or the backend, or an edit in the shell. */
type OutsideEvent =
  | 'offline'
  | 'online'
  | 'expire'
  | 'relaunch'
  /** The speed of the network changed. `full-speed`: it is not limited. */
  | Speed
  | 'full-speed'
  /** The user edited data of a page or component, or the storage, or undid all edits. */
  | 'edit'
  | 'edit-storage'
  | 'reset-edits';

/** A phone that runs in a frame. */
export interface PreviewPhone {
  /** The current settings. The setters below update them. */
  readonly settings: Readonly<PhoneSettings>;
  readonly phone: Phone;
  /** The mock of WeChat's servers that this phone uses. */
  readonly wechat: Wechat;
  /** Id of the WeChat account that the scene starts with. */
  readonly account: string;
  /** The scene's own backend; undefined: the scene has handlers only. */
  readonly backend: SceneBackend | undefined;
  /** Resolves when the scene has settled and `data-ready` is on the root element. */
  readonly ready: Promise<void>;
  /** The page stack, top page last. `data` is a copy. */
  pages(): readonly {
    route: string;
    /** Values as written in the URL, not decoded. */
    query: Readonly<Record<string, string>>;
    data: Readonly<Record<string, unknown>>;
  }[];
  /** The routes of all pages of app.json, the home page first. */
  readonly routes: readonly string[];
  /** The stage's log since the scene began. */
  readonly events: readonly StageEvent[];
  /** Errors in the sources, including the sources of pages that are not open. */
  readonly mistakes: readonly Problem[];
  /**
   * The WXML position of an element, e.g. `pages/user/user.wxml:12:3`. undefined if no WXML file contains the element
   * itself, e.g. for an inner part of a built-in component.
   */
  placeOf(element: Element): string | undefined;
  /** The user's recorded steps since the scene began. */
  readonly recording: Recording;
  /** Page data and storage, to view and edit. */
  readonly live: LiveValues;
  /**
   * Adds a listener for the user's actions on this phone, also in later scenes that `open` starts. Actions that
   * `replay` performs are not reported.
   * @returns a function that removes the listener
   */
  onUserAction(listener: (action: UserAction) => void): () => void;
  /**
   * Repeats an action that the user did on another phone, at the same element. Actions run one after another, in the
   * order of the calls. If the element does not exist yet, `replay` waits until the phone has settled, at most 3 s.
   * Never rejects.
   */
  replay(action: UserAction): Promise<ReplayResult>;
  /**
   * Adds a listener that is called after a change of page data, screen, storage or requests.
   * @returns a function that removes the listener
   */
  subscribe(listener: () => void): () => void;
  /** How requests are intercepted: by MSW's service worker, or in the page if no worker can run. */
  readonly interception: 'worker' | 'page';
  /**
   * Opens another scene, or restarts the same one: new backend, phone and process in the same frame, without loading
   * the code again. No state of the previous mini-program remains.
   * @param search the query of `phone.html`, with its `?`
   * @returns the phone of that scene; do not use this object any more
   */
  open(search: string): PreviewPhone;
  /** Ends the process and starts it again. The storage is kept. */
  relaunch(): Promise<void>;
  /** Ends every login session of the scene's backend. Does nothing if the scene has no backend with sessions. */
  expireSessions(): Promise<void>;
  /** Cuts or restores the phone's network. */
  setOnline(online: boolean): void;
  /** Sets the network speed. undefined: the scene's speed. */
  setSpeed(speed: Speed | undefined): void;
  /** The endpoints that the scene's handlers answer, and those that the mini-program has requested. */
  readonly endpoints: readonly EndpointState[];
  /** Sets the endpoints that fail. @param faults as in the URL, see `faults.ts`; empty: none */
  setFaults(faults: string): void;
  /** Lengthens the displayed texts. undefined: displays the original texts. */
  setText(text: 'long' | undefined): void;
  /** Changes the theme, as the phone's own settings do. Nothing reloads. */
  setTheme(theme: 'light' | 'dark'): void;
  /**
   * Redraws the phone in this theme. The result is the same as if the scene had started in this theme. The mini-program
   * gets no event.
   * @returns false, without a change, if the mini-program has read the theme. The caller must then restart the scene.
   */
  showTheme(theme: 'light' | 'dark'): boolean;
  /**
   * Applies the status bar and the safe area of another device preset. The shell resizes the frame. Nothing reloads.
   */
  setDevice(id: string): void;
}

declare global {
  interface Window {
    /** Set by `phone.html` as soon as the stage exists, before it is ready. */
    previewPhone?: PreviewPhone;
  }
}
