/**
 * What the phone's frame offers to the shell around it. Both are served from one origin, so the shell calls this
 * object directly: `frame.contentWindow.previewPhone`.
 */
import type { World } from '../mock-server/types';
import type { Phone } from '../simulator/types';

/** What a frame shows. Every field has a query parameter of the same name in `phone.html`'s URL. */
export interface PhoneSettings {
  /** Scenario id. */
  scene: string;
  theme: 'light' | 'dark';
  /** Overrides the scenario's own. */
  era?: string;
  /** Base-library version; overrides the scenario's own. */
  sdk?: string;
}

/** One line of the frame's log that is not the phone's own. */
export type StageEvent =
  | { readonly kind: 'set-data'; readonly at: number; readonly route: string; readonly data: unknown }
  | { readonly kind: 'life-cycle'; readonly at: number; readonly name: string; readonly route: string }
  | { readonly kind: 'problem'; readonly at: number; readonly message: string };

export interface PreviewPhone {
  readonly settings: PhoneSettings;
  readonly phone: Phone;
  readonly world: World;
  /** Resolves when the scene has settled and `data-ready` is on the root element. */
  readonly ready: Promise<void>;
  /** The stack, top last: route and a copy of `data`. */
  pages(): readonly { route: string; data: Readonly<Record<string, unknown>> }[];
  /** Everything that happened on the stage so far. */
  readonly events: readonly StageEvent[];
  /** After anything changed: page data, screen, storage, a request. */
  subscribe(listener: () => void): () => void;
  /** How requests are intercepted: MSW's worker, or in the page where no worker can run. */
  readonly interception: 'worker' | 'page';
  /** The process ends and starts again, storage kept. */
  relaunch(): Promise<void>;
}

declare global {
  interface Window {
    /** Set by `phone.html` as soon as the stage exists, before it is ready. */
    previewPhone?: PreviewPhone;
  }
}
