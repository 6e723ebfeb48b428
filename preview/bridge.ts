/**
 * The interface of the phone's frame for the shell around it. Both have the same origin, so the shell calls the object
 * directly: `frame.contentWindow.previewPhone`.
 */
import type { Wechat } from '../mock-server/wechat/types';
import type { SceneBackend } from '../simulator/config/types';
import type { FontLevel } from '../simulator/font-size';
import type { Speed } from '../simulator/link-speed';
import type { Phone } from '../simulator/types';
import type { EndpointState } from './faults';
import type { LiveValues } from './live-values';
import type { Followed, Recording, UserAct } from './record-steps';
import type { Problem } from './vite/program/types';

/** Settings of a phone's frame. Every field has a query parameter of the same name in `phone.html`'s URL. */
export interface PhoneSettings {
  /** Id of a scene of `phone.config.ts`. */
  scene: string;
  theme: 'light' | 'dark';
  /** Which of WeChat's authorisation rules are in force (`Era`); overrides the scene's. */
  era?: string;
  /** Base-library version; overrides the scene's. */
  sdk?: string;
  /** Id of a preset in `devices.ts`. Default: `defaultDevice`. */
  device?: string;
  /** The page to open first, with its query, e.g. `pages/user/user?from=share`. Default: the home page. */
  page?: string;
  /** Steps of WeChat's font size setting above the standard; overrides the scene's. */
  font?: FontLevel;
  /** Speed of a slow network; absent: the scene's. */
  net?: Speed;
  /** Which endpoints fail, and how: see `faults.ts`. */
  fault?: string;
  /** `long`: texts are shown lengthened, see `long-text.ts`. */
  text?: 'long';
}

/** A line of the frame's log that the stage writes. The phone's own lines are `PhoneEvent`. `at`: ms since 1970. */
export type StageEvent =
  | { readonly kind: 'set-data'; readonly at: number; readonly route: string; readonly data: unknown }
  | { readonly kind: 'life-cycle'; readonly at: number; readonly name: string; readonly route: string }
  | { readonly kind: 'problem'; readonly at: number; readonly message: string }
  /** The mini-program wrote to its console. */
  | { readonly kind: 'console'; readonly at: number; readonly level: ConsoleLevel; readonly args: unknown }
  /** The user tapped; `target` describes the element. */
  | { readonly kind: 'tap'; readonly at: number; readonly target: string }
  /** A request got the fault that the user picked for its endpoint. */
  | { readonly kind: 'fault'; readonly at: number; readonly endpoint: string; readonly fault: string }
  | { readonly kind: 'outside'; readonly at: number; readonly what: OutsideEvent };

/** Methods of `console` that write a line. */
export type ConsoleLevel = 'debug' | 'log' | 'info' | 'warn' | 'error';

/** An event that does not come from the mini-program: of the network, the backend, or an edit in the shell. */
export type OutsideEvent =
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
  /** The settings in force now. They follow the setters below. */
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
  /** Errors in the sources, also in those of pages that are not open. */
  readonly mistakes: readonly Problem[];
  /**
   * The WXML position of an element, e.g. `pages/user/user.wxml:12:3`. undefined: the element itself is not in a WXML
   * file, e.g. it is an inner part of a built-in component.
   */
  placeOf(element: Element): string | undefined;
  /** The user's steps since the scene began. */
  readonly recording: Recording;
  /** Page data and storage, to view and edit. */
  readonly live: LiveValues;
  /**
   * Adds a listener for the user's acts on this phone, also in later scenes that `open` starts. Acts that `follow`
   * repeats are not reported.
   * @returns a function that removes the listener
   */
  onAct(listener: (act: UserAct) => void): () => void;
  /**
   * Repeats an act of another phone at the same element. Acts run one after another, in the order of the calls. If the
   * element is not there yet, `follow` waits until the phone has settled, at most 3 s. Never rejects.
   */
  follow(act: UserAct): Promise<Followed>;
  /**
   * Adds a listener that is called after a change of page data, screen, storage or requests.
   * @returns a function that removes the listener
   */
  subscribe(listener: () => void): () => void;
  /** How requests are intercepted: by MSW's service worker, or in the page if no worker can run. */
  readonly interception: 'worker' | 'page';
  /**
   * Opens another scene, or the same one from its start: new backend, phone and process in the same frame, without
   * loading the code again. Nothing of the previous mini-program is left.
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
  /** Sets the speed of the network; undefined: the scene's. */
  setSpeed(speed: Speed | undefined): void;
  /** The endpoints that the scene's handlers answer, and those that the mini-program has requested. */
  readonly endpoints: readonly EndpointState[];
  /** Sets the endpoints that fail. @param faults as in the URL, see `faults.ts`; empty: none */
  setFaults(faults: string): void;
  /** Shows texts lengthened, or (undefined) as they are. */
  setText(text: 'long' | undefined): void;
  /** Changes the theme, as the phone's own settings do. Nothing reloads. */
  setTheme(theme: 'light' | 'dark'): void;
  /**
   * Shows the phone as it would look if the scene had started in this theme. The mini-program gets no event.
   * @returns false, and changes nothing, if the mini-program has read the theme: then the scene has to start again
   */
  showTheme(theme: 'light' | 'dark'): boolean;
  /** Changes status bar and safe area to those of another preset. The shell resizes the frame. Nothing reloads. */
  setDevice(id: string): void;
}

declare global {
  interface Window {
    /** Set by `phone.html` as soon as the stage exists, before it is ready. */
    previewPhone?: PreviewPhone;
  }
}
