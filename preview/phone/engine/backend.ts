/** glass-easel's DOM backend, with the few things changed that a mini-program's page needs. */
import { CurrentWindowBackendContext } from 'glass-easel';
import type { InlineStyles } from './inline-styles';

/** `view` → `wx-view`: what the compiled style sheets select. */
export const htmlTag = (tag: string): string => `wx-${tag.toLowerCase()}`;

/** The engine makes ids unique by a random prefix; style sheets, labels and people want the one that was written. */
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
    // The engine joins empty parts of a style, too.
    if (name === 'style') styles.set(element, String(value).replace(/^;+|;+(?=;)/g, ''));
    else Element.prototype.setAttribute.call(element, name, String(value));
  };
  return element;
}

/**
 * The engine listens to nothing: `gestures.ts` and the built-in components tell it what happened, in WeChat's terms.
 * Otherwise a raw DOM `input` or `scroll` event would reach a page beside the component's own.
 */
class FrameBackend extends CurrentWindowBackendContext {
  override setListenerStats(): void {}

  override onEvent(): void {}

  /** The DOM is already up to date; a frame in the background would never see an animation frame. */
  override render(done: (error: Error | null) => void): void {
    setTimeout(() => done(null));
  }

  override getTheme(): string {
    return document.documentElement.dataset.theme ?? 'light';
  }
}

/** Makes the backend of this window. */
export function createBackend(styles: InlineStyles): CurrentWindowBackendContext {
  const backend = new FrameBackend();
  backend.document = {
    createElement: (tag: string) => createElement(tag, styles),
    createTextNode: (content: string) => document.createTextNode(content),
    createDocumentFragment: () => document.createDocumentFragment(),
  } as unknown as typeof backend.document;
  return backend;
}
