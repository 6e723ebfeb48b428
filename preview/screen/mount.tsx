/// <reference types="vite/client" />
/** Draws WeChat's part of the phone's screen into an element: bars, layers, messages, keyboard. */
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

/** Options of `mountScreen`. */
interface ScreenOptions {
  phone: Phone;
  chrome: Chrome;
  actions: ChromeActions;
  /** Turns the URL of a picture into one that an `<img>` can load. Default: the same URL. */
  pictureOf?: (url: string) => string | Promise<string>;
  /** Called when the last layer has closed, and the element that had the focus before no longer exists. */
  focusLost?: () => void;
}

/** A mounted screen. */
export interface MountedScreen {
  /** Draws the bars again: after a navigation, a theme change, `wx.setNavigationBarTitle` … */
  update(chrome: Chrome): void;
  /** Shows or changes the keyboard; `null` hides it. */
  setKeyboard(shown: KeyboardShown | null): void;
  /** Removes the screen with its timers, its subscription and its focus guard. */
  unmount(): void;
}

/** Duration of the closing animation of a layer, ms: a little longer than the transition in `layers.css`. */
const CLOSING_TIME = 240;

/**
 * Draws `phone.screen` and the bars over the page, in a shadow root of `container`. The shadow root separates WeChat's
 * style sheets from the page's. `container` fills the viewport; a tap where nothing is drawn reaches the page. While a
 * layer or a message with `mask` is open, the siblings of `container` are `inert`.
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

  /** The stack to draw: the open layers, and the closing layers at their old positions. */
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
        }, CLOSING_TIME);
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
