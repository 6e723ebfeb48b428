/**
 * What the phone's frame offers to the shell around it. Both are served from one origin, so the shell calls this
 * object directly: `frame.contentWindow.previewPhone`.
 */
import type { Wechat } from '../mock-server/wechat/types';
import type { SceneBackend } from '../simulator/config/types';
import type { FontLevel } from '../simulator/font-size';
import type { Speed } from '../simulator/link-speed';
import type { Phone } from '../simulator/types';
import type { EndpointState } from './faults';
import type { LiveValues } from './live-values';
import type { Followed, PersonAct, Recording } from './record-steps';
import type { Problem } from './vite/program/types';

/** What a frame shows. Every field has a query parameter of the same name in `phone.html`'s URL. */
export interface PhoneSettings {
  /** A scene of `phone.config.ts`. */
  scene: string;
  theme: 'light' | 'dark';
  /** Overrides the scenario's own. */
  era?: string;
  /** Base-library version; overrides the scenario's own. */
  sdk?: string;
  /** Id of a preset in `devices.ts`. Default: `defaultDevice`. */
  device?: string;
  /** The page to open first, with its query, e.g. `pages/user/user?from=share`. Default: the home page. */
  page?: string;
  /** Steps of WeChat's font size setting above the standard; overrides the scene's. */
  font?: FontLevel;
  /** A slow network; absent: the scene's own. */
  net?: Speed;
  /** Which endpoints fail, and how: see `faults.ts`. */
  fault?: string;
  /** Texts are shown longer than they are: see `long-text.ts`. */
  text?: 'long';
}

/** One line of the frame's log that is not the phone's own. */
export type StageEvent =
  | { readonly kind: 'set-data'; readonly at: number; readonly route: string; readonly data: unknown }
  | { readonly kind: 'life-cycle'; readonly at: number; readonly name: string; readonly route: string }
  | { readonly kind: 'problem'; readonly at: number; readonly message: string }
  /** The mini-program wrote to its console. */
  | { readonly kind: 'console'; readonly at: number; readonly level: ConsoleLevel; readonly args: unknown }
  /** The person tapped; `target` says on what. */
  | { readonly kind: 'tap'; readonly at: number; readonly target: string }
  /** A request got the fault that was picked for its endpoint. */
  | { readonly kind: 'fault'; readonly at: number; readonly endpoint: string; readonly fault: string }
  | { readonly kind: 'outside'; readonly at: number; readonly what: OutsideEvent };

/** Methods of `console` that write a line. */
export type ConsoleLevel = 'debug' | 'log' | 'info' | 'warn' | 'error';

/** What happens to the phone from outside. */
export type OutsideEvent =
  | 'offline'
  | 'online'
  | 'expire'
  | 'relaunch'
  /** The network became slow, or as the scene has it again. */
  | Speed
  | 'full-speed'
  /** A value of a page or component, or of the storage, was changed by hand. */
  | 'edit'
  | 'edit-storage'
  | 'reset-edits';

export interface PreviewPhone {
  /** What is in force now: follows `setTheme` and `setDevice`. */
  readonly settings: Readonly<PhoneSettings>;
  readonly phone: Phone;
  /** WeChat's servers, as this phone meets them. */
  readonly wechat: Wechat;
  /** The account that holds the phone. */
  readonly account: string;
  /** The scene's own backend; undefined: it has handlers only. */
  readonly backend: SceneBackend | undefined;
  /** Resolves when the scene has settled and `data-ready` is on the root element. */
  readonly ready: Promise<void>;
  /** The stack, top last: route and a copy of `data`. */
  pages(): readonly {
    route: string;
    /** Values as they are written in the address, not decoded. */
    query: Readonly<Record<string, string>>;
    data: Readonly<Record<string, unknown>>;
  }[];
  /** Every page of app.json; first the one that opens when none is asked for. */
  readonly routes: readonly string[];
  /** Everything that happened on the stage so far. */
  readonly events: readonly StageEvent[];
  /** What is wrong in the sources, also in those of pages that are not open. */
  readonly mistakes: readonly Problem[];
  /** Where in the WXML this very element was written, e.g. `pages/user/user.wxml:12:3`; undefined for any other. */
  placeOf(element: Element): string | undefined;
  /** What the person has done since the scene began. */
  readonly recording: Recording;
  /** Page data and storage, to be looked at and edited. */
  readonly live: LiveValues;
  /** Hears what the person does on this phone, in this scene and those that `open` leads to; nothing that `follow` does. */
  onAct(listener: (act: PersonAct) => void): () => void;
  /**
   * Does what was done on another phone, at the same element, after all that was to be done before. Waits for the phone
   * to come to rest where the element is not there yet. Never rejects.
   */
  follow(act: PersonAct): Promise<Followed>;
  /** After anything changed: page data, screen, storage, a request. */
  subscribe(listener: () => void): () => void;
  /** How requests are intercepted: MSW's worker, or in the page where no worker can run. */
  readonly interception: 'worker' | 'page';
  /**
   * Another scene, or the same one from its start: a fresh world, phone and process in the same frame, which spares
   * loading the code again. Nothing of the mini-program that ran before is left.
   * @param search the query of `phone.html`, with its `?`
   * @returns the phone of that scene; this object is of no use any more
   */
  open(search: string): PreviewPhone;
  /** The process ends and starts again, storage kept. */
  relaunch(): Promise<void>;
  /** Every login session of the scene's backend ends; nothing happens where it has none. */
  expireSessions(): Promise<void>;
  /** The phone's network is cut, or there again. */
  setOnline(online: boolean): void;
  /** How slow the network is from now on; undefined: as the scene says. */
  setSpeed(speed: Speed | undefined): void;
  /** The endpoints that the scene's handlers answer, and those that were asked for. */
  readonly endpoints: readonly EndpointState[];
  /** These endpoints fail from now on: the text of the address. */
  setFaults(faults: string): void;
  /** Texts are shown longer than they are, or as they are. */
  setText(text: 'long' | undefined): void;
  /** Light or dark from now on, as when the person changes it in the phone's own settings: nothing reloads. */
  setTheme(theme: 'light' | 'dark'): void;
  /** Another preset's status bar and safe area from now on; the shell resizes the frame itself. Nothing reloads. */
  setDevice(id: string): void;
}

declare global {
  interface Window {
    /** Set by `phone.html` as soon as the stage exists, before it is ready. */
    previewPhone?: PreviewPhone;
  }
}
