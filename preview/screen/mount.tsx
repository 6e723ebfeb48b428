/// <reference types="vite/client" />
/** Draws a phone's screen (everything that is WeChat's and not the page's) into an element. */
import type { Phone } from '../../simulator/types';
import type { Chrome, ChromeActions } from './chrome';

/** What a screen needs. */
export interface ScreenOptions {
  phone: Phone;
  chrome: Chrome;
  actions: ChromeActions;
}

/** A screen that is showing. */
export interface MountedScreen {
  /** Draws the bars anew: after a navigation, a theme change, `wx.setNavigationBarTitle` … */
  update(chrome: Chrome): void;
  /** Takes everything away again, the focus guards included. */
  unmount(): void;
}

/**
 * Draws `phone.screen` and the bars over the page, in a shadow root of `container`, so that neither the page's
 * style sheets nor WeChat's meet. `container` fills the viewport and lets taps through where nothing is drawn.
 * While a sheet, dialog or WeChat page is open, the container's siblings are `inert`.
 */
export function mountScreen(container: HTMLElement, options: ScreenOptions): MountedScreen {
  throw new Error(`not drawn yet: ${container.tagName} ${options.chrome.appName}`);
}
