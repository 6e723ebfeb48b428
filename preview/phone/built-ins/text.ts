/** `<text>`: keeps line breaks, understands `\n` written out, and decodes entities when asked to. */
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

/** What `space` makes of a space. */
const spaces: Readonly<Record<string, string>> = { nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003' };

/** The text as it is shown. */
export function shownText(text: string, options: { decode: boolean; space: string }): string {
  let shown = text.replaceAll('\\n', '\n');
  const space = spaces[options.space];
  if (space) shown = shown.replaceAll(' ', space);
  if (options.decode) shown = shown.replace(/&[a-z]+;/g, (entity) => entities[entity] ?? entity);
  return shown;
}

/** `<text>`. */
export const text = builtIn(
  'text',
  { selectable: false, userSelect: false, space: '', decode: false, overflow: 'visible', maxLines: 0 },
  (host) => {
    /** What was put into a node, so that its own change is not taken for the page's. */
    const written = new WeakMap<Node, string>();

    const rewrite = (): void => {
      const walker = document.createTreeWalker(host.element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
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
