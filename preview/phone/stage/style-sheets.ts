/** The mini-program's style sheets in the document. A page's own is in force while the page shows. */

import { fillRpx, type RpxScreen } from '../../vite/program/wxss/rpx';
import { withoutScope } from '../engine/isolation';

/** The style sheets of one stage. */
export interface StyleSheets {
  /** Takes new ones: unchanged sheets stay as they are. */
  update(styles: Readonly<Record<string, string>>): void;
  /** These paths belong to pages that are showing; of other pages nothing is in force. */
  showing(paths: readonly string[]): void;
  /** The device is another one: lengths in rpx are others too. */
  resize(screen: RpxScreen): void;
  /** This component's classes are global, though they were compiled with a prefix. */
  share(path: string, scope: string): void;
  /** Takes all of them out of the document. */
  remove(): void;
}

/**
 * Puts the style sheets into the document: app.wxss first, then components, then pages.
 * @param pages paths of pages: their class names are global, so only the sheets of pages that show apply.
 * @param screen of the device at the start.
 */
export function createStyleSheets(pages: ReadonlySet<string>, screen: RpxScreen): StyleSheets {
  const elements = new Map<string, HTMLStyleElement>();
  let written: Readonly<Record<string, string>> = {};
  let size = screen;
  let inForce: ReadonlySet<string> = new Set();
  const shared = new Map<string, string>();

  const rank = (path: string): number => (path === 'app' ? 0 : pages.has(path) ? 2 : 1);
  const media = (path: string): string => (!pages.has(path) || inForce.has(path) ? 'all' : 'not all');

  /** Writes the text of each element that has another one now. */
  function fill(): void {
    for (const [path, element] of elements) {
      const scope = shared.get(path);
      const own = written[path] ?? '';
      const css = fillRpx(scope === undefined ? own : withoutScope(own, scope), size);
      const text = css === '' ? '' : `${css}\n/*# sourceURL=${path}.wxss */`;
      if (element.textContent !== text) element.textContent = text;
    }
  }

  return {
    update(styles) {
      written = styles;
      const paths = Object.keys(styles).sort((a, b) => rank(a) - rank(b));
      for (const [path, element] of elements) {
        if (path in styles) continue;
        element.remove();
        elements.delete(path);
      }
      for (const path of paths) {
        if (elements.has(path)) continue;
        const element = document.createElement('style');
        element.dataset.wxss = path;
        element.media = media(path);
        elements.set(path, element);
        document.head.append(element);
      }
      fill();
    },
    resize(next) {
      size = next;
      fill();
    },
    share(path, scope) {
      if (shared.get(path) === scope) return;
      shared.set(path, scope);
      fill();
    },
    showing(paths) {
      inForce = new Set(paths);
      for (const [path, element] of elements) element.media = media(path);
    },
    remove() {
      for (const element of elements.values()) element.remove();
      elements.clear();
    },
  };
}
