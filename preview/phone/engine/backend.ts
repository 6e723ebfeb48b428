/** glass-easel's DOM backend, adapted to the page of a mini-program. */
import { CurrentWindowBackendContext } from 'glass-easel';
import type { InlineStyles } from './inline-styles';

/** `view` → `wx-view`: the tag in the compiled style sheets. */
const htmlTag = (tag: string): string => `wx-${tag.toLowerCase()}`;

/**
 * Creates an element whose id is the id in the WXML. The engine would add a random prefix, and then style sheets and
 * labels would not find the element.
 */
function createElement(tag: string, styles: InlineStyles): HTMLElement {
  const element = document.createElement(htmlTag(tag));
  Object.defineProperty(element, 'id', {
    configurable: true,
    get: () => element.getAttribute('id') ?? '',
    set: (value: string) => {
      const id = String(value).replace(/^.*?--/, '');
      if (id === '') element.removeAttribute('id');
      else element.setAttribute('id', id);
    },
  });
  element.setAttribute = (name, value) => {
    // The engine also joins empty parts of a style: remove the extra semicolons.
    if (name === 'style') styles.set(element, String(value).replace(/^;+|;+(?=;)/g, ''));
    else Element.prototype.setAttribute.call(element, name, String(value));
  };
  return element;
}

/**
 * A backend without DOM listeners. `gestures.ts` and the built-in components dispatch WeChat's events. With DOM
 * listeners, a page would get the raw DOM event `input` or `scroll` in addition to the component's own event.
 */
class FrameBackend extends CurrentWindowBackendContext {
  override setListenerStats(): void {}

  override onEvent(): void {}

  /** Uses a timer: the DOM is already up to date, and a frame in the background gets no animation frame. */
  override render(done: (error: Error | null) => void): void {
    setTimeout(() => done(null));
  }

  override getTheme(): string {
    return document.documentElement.dataset.theme ?? 'light';
  }
}

/** Creates the backend of this window. */
export function createBackend(styles: InlineStyles): CurrentWindowBackendContext {
  const backend = new FrameBackend();
  backend.document = {
    createElement: (tag: string) => createElement(tag, styles),
    createTextNode: (content: string) => document.createTextNode(content),
    createDocumentFragment: () => document.createDocumentFragment(),
  } as unknown as typeof backend.document;
  return backend;
}
