/** WXML text → a tree. Mistakes are errors with file, line and reason. */

export interface WxmlElement {
  readonly kind: 'element';
  readonly tag: string;
  /** Name → text as written; `true` where there is no value. */
  readonly attributes: ReadonlyMap<string, string | true>;
  readonly children: WxmlNode[];
  readonly at: number;
}

export interface WxmlText {
  readonly kind: 'text';
  readonly text: string;
  readonly at: number;
}

export type WxmlNode = WxmlElement | WxmlText;

/** A mistake in a WXML file. */
export class WxmlError extends Error {
  override readonly name = 'WxmlError';
  /**
   * @param file Path relative to the mini-program's root.
   * @param source The file's text; `at` an offset in it.
   */
  constructor(reason: string, file: string, source: string, at: number) {
    const before = source.slice(0, at).split('\n');
    const line = before.length;
    const excerpt = source.split('\n')[line - 1]?.trim() ?? '';
    super(`${file}:${line}:${(before.at(-1)?.length ?? 0) + 1}: ${reason}\n    ${excerpt}`);
  }
}

const NAME = /[^\s"'<>/=]+/y;
const SPACE = /\s+/y;
/** Elements that never have content, with or without a slash. */
const VOID = new Set(['import', 'include']);

/**
 * Parses one file.
 * @param warn Hears what WeChat lets pass although it is a mistake: an attribute that stands there twice.
 * @throws WxmlError for a tag that is never closed, a closing tag without an opening one, and the like.
 */
export function parseWxml(
  source: string,
  file: string,
  warn: (message: string) => void = () => {},
): WxmlNode[] {
  const root: WxmlNode[] = [];
  const open: WxmlElement[] = [];
  let at = 0;
  const fail = (reason: string, where = at): never => {
    throw new WxmlError(reason, file, source, where);
  };
  const add = (node: WxmlNode) => (open.at(-1)?.children ?? root).push(node);
  const match = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const until = (end: string, what: string): string => {
    const found = source.indexOf(end, at);
    if (found < 0) fail(`${what} is never closed`, at);
    const text = source.slice(at, found);
    at = found + end.length;
    return text;
  };

  const readAttributes = (
    tag: string,
    start: number,
  ): { attributes: Map<string, string | true>; closed: boolean } => {
    const attributes = new Map<string, string | true>();
    for (;;) {
      match(SPACE);
      if (at >= source.length) fail(`<${tag}> is not finished: its > is missing`, start);
      if (source.startsWith('/>', at)) {
        at += 2;
        return { attributes, closed: true };
      }
      if (source[at] === '>') {
        at += 1;
        return { attributes, closed: false };
      }
      const nameAt = at;
      const name = match(NAME);
      if (name === '') fail(`unexpected ${JSON.stringify(source[at])} in <${tag}>`);
      const isSecond = attributes.has(name);
      if (isSecond) {
        const { message } = new WxmlError(
          `<${tag}> has the attribute ${name} twice; the first counts`,
          file,
          source,
          nameAt,
        );
        warn(message);
      }
      match(SPACE);
      if (source[at] !== '=') {
        if (!isSecond) attributes.set(name, true);
        continue;
      }
      at += 1;
      match(SPACE);
      const quote = source[at];
      if (quote !== '"' && quote !== "'") fail(`the value of ${name} needs quotes`);
      at += 1;
      const value = until(String(quote), `the value of ${name}`);
      if (!isSecond) attributes.set(name, value);
    }
  };

  while (at < source.length) {
    const start = at;
    if (source.startsWith('<!--', at)) {
      at += 4;
      until('-->', 'the comment');
    } else if (source.startsWith('</', at)) {
      at += 2;
      const tag = match(NAME);
      match(SPACE);
      if (source[at] !== '>') fail(`</${tag} is not finished: its > is missing`, start);
      at += 1;
      const opened = open.at(-1);
      if (opened === undefined) fail(`</${tag}> closes nothing`, start);
      else if (opened.tag !== tag) fail(`</${tag}> does not close <${opened.tag}>`, start);
      open.pop();
    } else if (source[at] === '<' && /[a-zA-Z]/.test(source[at + 1] ?? '')) {
      at += 1;
      const tag = match(NAME);
      const { attributes, closed } = readAttributes(tag, start);
      const element: WxmlElement = { kind: 'element', tag, attributes, children: [], at: start };
      add(element);
      if (closed) continue;
      if (tag === 'wxs') {
        const code = at;
        element.children.push({ kind: 'text', text: until('</wxs>', '<wxs>'), at: code });
      } else if (VOID.has(tag) && !new RegExp(`^\\s*</${tag}>`).test(source.slice(at))) {
        // `<import src="…">` without an end.
      } else open.push(element);
    } else {
      at = nextMarkup(source, at);
      add({ kind: 'text', text: source.slice(start, at), at: start });
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) fail(`<${unclosed.tag}> is never closed`, unclosed.at);
  return root;
}

/** Where the text that starts at `from` ends. A `<` inside {{ }} is an operator. */
function nextMarkup(source: string, from: number): number {
  let at = from;
  while (at < source.length) {
    if (source.startsWith('{{', at)) {
      const end = source.indexOf('}}', at + 2);
      if (end < 0) return source.length;
      at = end + 2;
    } else if (at > from && source[at] === '<' && /[a-zA-Z/!]/.test(source[at + 1] ?? '')) return at;
    else at += 1;
  }
  return at;
}
