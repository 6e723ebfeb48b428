/// <reference types="vite/client" />
/** Draws a phone's screen (everything that is WeChat's and not the page's) into an element. */
import { render } from 'preact';
import type { Phone } from '../../simulator/types';
import type { KeyboardShown } from '../keyboard';
import { capsuleLayer } from './capsule';
import type { Chrome, ChromeActions } from './chrome';
import { createFocusGuard } from './focus';
import { isMessage, type LayerItem } from './items';
import { PictureOf } from './pictures';
import { ScreenView } from './screen';
import bars from './styles/bars.css?inline';
import base from './styles/base.css?inline';
import keyboardStyle from './styles/keyboard.css?inline';
import layers from './styles/layers.css?inline';
import pages from './styles/pages.css?inline';

/** What a screen needs. */
export interface ScreenOptions {
  phone: Phone;
  chrome: Chrome;
  actions: ChromeActions;
  /** What an `<img>` can show for the address of a picture. Default: the address itself. */
  pictureOf?: (url: string) => string | Promise<string>;
  /** The last sheet is gone, and so is what had the focus before it. */
  focusLost?: () => void;
}

/** A screen that is showing. */
export interface MountedScreen {
  /** Draws the bars anew: after a navigation, a theme change, `wx.setNavigationBarTitle` … */
  update(chrome: Chrome): void;
  /** The keyboard comes, changes or goes. */
  setKeyboard(shown: KeyboardShown | null): void;
  /** Takes everything away again, the focus guards included. */
  unmount(): void;
}

/** How long a layer takes to leave, ms: a little more than the transition in `layers.css`. */
const LEAVING = 240;

/**
 * Draws `phone.screen` and the bars over the page, in a shadow root of `container`, so that neither the page's
 * style sheets nor WeChat's meet. `container` fills the viewport and lets taps through where nothing is drawn.
 * While a sheet, dialog or WeChat page is open, the container's siblings are `inert`.
 */
export function mountScreen(container: HTMLElement, options: ScreenOptions): MountedScreen {
  const { phone, actions } = options;
  const root = container.shadowRoot ?? container.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = [base, bars, keyboardStyle, layers, pages].join('\n');
  const stage = document.createElement('div');
  root.replaceChildren(style, stage);

  const guard = createFocusGuard(container, root, options.focusLost);
  const still = window.matchMedia('(prefers-reduced-motion: reduce)');
  const timers = new Set<number>();
  const pictureOf = options.pictureOf ?? ((url: string) => url);
  let chrome = options.chrome;
  let keyboard: KeyboardShown | null = null;
  let shown: { item: LayerItem; leaving: boolean }[] = [];

  /** The pile to draw: what the phone shows, and what it showed a moment ago, at its old place, leaving. */
  const next = (standing: readonly LayerItem[]) => {
    const pile = standing.map((item) => ({ item, leaving: false }));
    shown.forEach((old, place) => {
      if (standing.some(({ id }) => id === old.item.id)) return;
      if (!old.leaving) {
        if (still.matches) return;
        const timer = window.setTimeout(() => {
          timers.delete(timer);
          shown = shown.filter(({ item }) => item.id !== old.item.id);
          draw();
        }, LEAVING);
        timers.add(timer);
      }
      pile.splice(place, 0, { item: old.item, leaving: true });
    });
    return pile;
  };

  const draw = () => {
    const items = phone.screen.items;
    const standing: LayerItem[] = items.filter((item) => !isMessage(item));
    const own = capsuleLayer(chrome.capsule, actions);
    if (own) standing.push(own);
    const messages = items.filter(isMessage);
    guard.before();
    shown = next(standing);
    render(
      <PictureOf.Provider value={pictureOf}>
        <ScreenView
          chrome={chrome}
          actions={actions}
          network={!phone.online ? 'none' : phone.speed === undefined ? 'wifi' : '3g'}
          layers={shown}
          messages={messages}
          keyboard={keyboard}
        />
      </PictureOf.Provider>,
      stage,
    );
    guard.after(
      standing.map(({ id }) => id),
      standing.length > 0 || messages.some(({ mask }) => mask),
    );
  };

  const unsubscribe = phone.screen.subscribe(draw);
  draw();
  return {
    update(changed) {
      chrome = changed;
      draw();
    },
    setKeyboard(shown) {
      keyboard = shown;
      draw();
    },
    unmount() {
      unsubscribe();
      for (const timer of timers) window.clearTimeout(timer);
      guard.stop();
      render(null, stage);
      root.replaceChildren();
    },
  };
}
