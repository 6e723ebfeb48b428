/** `<text>`: keeps line breaks; `decode` decodes entities. */
import { builtIn } from './define';

/** The entities that WeChat documents for `decode`. */
const entities: Readonly<Record<string, string>> = {
  '&nbsp;': '\u00a0',
  '&ensp;': '\u2002',
  '&emsp;': '\u2003',
  '&lt;': '<',
  '&gt;': '>',
  '&apos;': "'",
  '&amp;': '&',
};

/** `space` → the character that replaces a space. */
const spaces: Readonly<Record<string, string>> = { nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003' };

/** The displayed text, after `decode` and `space` are applied. */
function shownText(text: string, { decode, space }: { decode: boolean; space: string }): string {
  const spaced = text.replaceAll(' ', spaces[space] ?? ' ');
  return decode ? spaced.replace(/&[a-z]+;/g, (entity) => entities[entity] ?? entity) : spaced;
}

export const text = builtIn(
  'text',
  { selectable: false, userSelect: false, space: '', decode: false, overflow: 'visible', maxLines: 0 },
  (host) => {
    /** Node → the text that `rewrite` wrote. Without this map, the observer would decode that text a second time. */
    const written = new WeakMap<Node, string>();

    const rewrite = (): void => {
      for (const node of host.element.childNodes) {
        // A nested <text> applies its own `decode`.
        if (node.nodeType !== Node.TEXT_NODE) continue;
        const content = node.nodeValue ?? '';
        if (content === written.get(node)) continue;
        const shown = shownText(content, host.values);
        written.set(node, shown);
        if (shown !== content) node.nodeValue = shown;
      }
    };

    const observer = new MutationObserver(rewrite);
    return {
      attached() {
        rewrite();
        observer.observe(host.element, { childList: true, characterData: true, subtree: true });
      },
      detached: () => observer.disconnect(),
    };
  },
);
