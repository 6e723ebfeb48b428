/**
 * Puts the mini-program's style sheets into the document. A page's own style sheet applies only while the page is
 * visible.
 */

import { fillRpx, type RpxScreen } from '../../vite/program/wxss/rpx';
import { withoutScope } from '../engine/isolation';

/** The style sheets of one stage. */
interface StyleSheets {
  /** Replaces the style sheets; unchanged ones are not written again. */
  update(styles: Readonly<Record<string, string>>): void;
  /** Sets the paths of the visible pages. Style sheets of other pages do not apply. */
  showing(paths: readonly string[]): void;
  /** Converts the rpx lengths again, for another device. */
  resize(screen: RpxScreen): void;
  /** Makes a component's class names global. @param scope the prefix with which they were compiled */
  share(path: string, scope: string): void;
  /** Removes all style sheets from the document. */
  remove(): void;
}

/**
 * Inserts the style sheets into the document: app.wxss first, then components, then pages.
 * @param pages paths of the pages. Their class names are global, so only the style sheets of visible pages may apply.
 * @param screen of the device at the start
 */
export function createStyleSheets(pages: ReadonlySet<string>, screen: RpxScreen): StyleSheets {
  const elements = new Map<string, HTMLStyleElement>();
  let written: Readonly<Record<string, string>> = {};
  let size = screen;
  let inForce: ReadonlySet<string> = new Set();
  const shared = new Map<string, string>();

  const rank = (path: string): number => (path === 'app' ? 0 : pages.has(path) ? 2 : 1);
  const media = (path: string): string => (!pages.has(path) || inForce.has(path) ? 'all' : 'not all');

  /** Writes the style sheets that have changed into their elements. */
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
