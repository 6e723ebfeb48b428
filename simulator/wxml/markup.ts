/** Parses WXML text to tags, attributes and texts. */
import { characterAt } from './characters';
import { DEEPEST, levelsOf, TOO_DEEP } from './depth';
import { endOfExpression, isOpenedTwice, UNCLOSED } from './value';
import { WxmlError, type WxmlWarning } from './wxml-error';

export interface MarkupElement {
  readonly kind: 'element';
  readonly tag: string;
  /** Name → attribute. If a name occurs twice, the last one counts. */
  readonly attributes: ReadonlyMap<string, MarkupAttribute>;
  readonly children: readonly MarkupNode[];
  readonly at: number;
}

interface MarkupAttribute {
  /** The text between the quotes, unchanged; undefined without a value. */
  readonly raw: string | undefined;
  /** Offset of the name. */
  readonly at: number;
  /** Offset of the value's first character. */
  readonly valueAt: number;
}

export interface MarkupText {
  readonly kind: 'text';
  readonly text: string;
  readonly at: number;
}

export type MarkupNode = MarkupElement | MarkupText;

const NAME = /[A-Za-z_:-][\w:-]*/y;
const SPACE = /[ \t\r\n]+/y;
const BARE_VALUE = /(?:\{\{[\s\S]*?\}\}|(?!\/>)[^\s<>"'`={}])+/y;

/**
 * Parses one file.
 * @param warn Called with mistakes that WeChat accepts.
 * @throws WxmlError for an unclosed tag, a closing tag without an opening one, and similar mistakes.
 */
export function parseMarkup(
  source: string,
  file: string,
  warn: (warning: WxmlWarning) => void,
): MarkupNode[] {
  const root: MarkupNode[] = [];
  const open: (MarkupElement & { readonly children: MarkupNode[] })[] = [];
  /** The nesting level of each open element. */
  const levels: number[] = [];
  let at = 0;
  const fail = (reason: string, where = at): never => {
    throw new WxmlError(reason, file, source, where);
  };
  const add = (node: MarkupNode) => (open.at(-1)?.children ?? root).push(node);
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

  /** A quote after a backslash does not end the value. */
  const readQuoted = (name: string, quote: string): string => {
    const start = at;
    for (; source[at] !== quote; at += source[at] === '\\' ? 2 : 1) {
      if (at >= source.length) fail(`the value of ${name} is never closed`, start);
    }
    at += 1;
    return source.slice(start, at - 1);
  };

  const readValue = (tag: string, name: string): { raw: string | undefined; valueAt: number } => {
    const start = at;
    match(SPACE);
    if (source[at] !== '=') {
      at = start;
      return { raw: undefined, valueAt: at };
    }
    at += 1;
    match(SPACE);
    const quote = source[at];
    if (quote === '"' || quote === "'") {
      at += 1;
      return { valueAt: at, raw: readQuoted(name, quote) };
    }
    const valueAt = at;
    const raw = match(BARE_VALUE);
    if (raw === '') {
      const found = isPlain(source[at]) ? '' : `; here stands ${characterAt(source, at)}`;
      fail(`the value of ${name} needs quotes${found}`);
    }
    warn({
      reason: `the value of ${name} in <${tag}> should have quotes: older compilers of WeChat refuse it`,
      at: valueAt,
    });
    return { raw, valueAt };
  };

  const readAttributes = (
    tag: string,
    start: number,
  ): { attributes: Map<string, MarkupAttribute>; closed: boolean } => {
    const attributes = new Map<string, MarkupAttribute>();
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
      if (name === '') fail(`unexpected ${characterAt(source, at)} in <${tag}>`);
      if (attributes.has(name)) {
        warn({ reason: `<${tag}> has the attribute ${name} twice; the last counts`, at: nameAt });
        attributes.delete(name);
      }
      attributes.set(name, { at: nameAt, ...readValue(tag, name) });
    }
  };

  const readEndTag = (): void => {
    const start = at;
    at += 2;
    match(SPACE);
    const tag = match(NAME);
    match(SPACE);
    if (source[at] !== '>' && !isPlain(source[at]))
      fail(`unexpected ${characterAt(source, at)} in </${tag}>`);
    if (source[at] !== '>') fail(`</${tag} is not finished: its > is missing`, start);
    at += 1;
    const opened = open.pop();
    levels.pop();
    if (opened === undefined) fail(`</${tag}> closes nothing`, start);
    else if (opened.tag !== tag) fail(`</${tag}> does not close <${opened.tag}>`, start);
  };

  const readTag = (): void => {
    const start = at;
    at += 1;
    match(SPACE);
    const tag = match(NAME);
    if (tag === '' && !isPlain(source[at])) fail(`unexpected ${characterAt(source, at)} after <`);
    if (tag === '') fail("a < that does not start a tag: in a text write {{'<'}}", start);
    const { attributes, closed } = readAttributes(tag, start);
    const element = { kind: 'element' as const, tag, attributes, children: [] as MarkupNode[], at: start };
    add(element);
    if (closed) return;
    if (tag !== 'wxs') {
      levels.push((levels.at(-1) ?? 0) + levelsOf(attributes));
      if ((levels.at(-1) ?? 0) > DEEPEST) fail(TOO_DEEP, start);
      open.push(element);
      return;
    }
    const code = at;
    element.children.push({ kind: 'text', text: until('</wxs>', '<wxs>'), at: code });
  };

  const nul = source.indexOf('\0');
  if (nul >= 0) fail(`unexpected ${characterAt(source, nul)}: WeChat's compiler reads no further`, nul);
  while (at < source.length) {
    if (source.startsWith('<!--', at)) {
      at += 4;
      until('-->', 'the comment');
    } else if (source.startsWith('</', at)) readEndTag();
    else if (source[at] === '<') readTag();
    else {
      const start = at;
      at = endOfText(source, at, (where) => fail(UNCLOSED, where));
      add({ kind: 'text', text: source.slice(start, at), at: start });
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) fail(`<${unclosed.tag}> is never closed`, unclosed.at);
  return root;
}

/** Is the character visible and not easily confused? False at the end of the file. */
const isPlain = (character: string | undefined): boolean =>
  character === undefined || (character >= ' ' && character <= '~');

/** The offset where the text that starts at `from` ends. A `<` inside {{ }} is an operator. */
function endOfText(source: string, from: number, unclosed: (at: number) => never): number {
  let at = from;
  while (at < source.length && source[at] !== '<') {
    if (!source.startsWith('{{', at)) at += 1;
    else {
      const end = endOfExpression(source, at + 2);
      if (end < 0 || isOpenedTwice(source.slice(at + 2, end))) unclosed(at);
      at = end + 2;
    }
  }
  return at;
}
