/**
 * Prepares a WXSS text for a CSS parser. WeChat's compiler differs from CSS in two places: `//`, and the end of an
 * import.
 */
import { type Place, placeOf } from '../problems';
import { blank } from './blank';

/** The message for a `//`. */
export const SLASHES =
  'WXSS has no // comments: WeChat ignores the two slashes and parses the rest of the line as styles. Write /* */';

/** Replaces the characters between two offsets by spaces; line breaks are kept. */
const spaces = (text: string, from: number, to: number): string =>
  text.slice(0, from) + text.slice(from, to).replace(/[^\r\n]/g, ' ') + text.slice(to);

/** Whether the end of `before` is inside a block. */
const isInBlock = (before: string): boolean => before.split('{').length > before.split('}').length;

/**
 * Blanks each `//`, and the declaration after it that WeChat ignores. The offsets of all other characters stay the
 * same.
 * @param found called with the position of the slashes, and with whether WeChat refuses the line: outside strings it
 * only accepts ASCII
 */
export function withoutSlashes(text: string, found: (place: Place, refused: boolean) => void): string {
  if (!text.includes('//')) return text;
  let read = text;
  const bare = blank(text);
  for (const match of bare.matchAll(/(?:^|[;{}])\s*(\/\/+)/g)) {
    const slashes = match[1] ?? '';
    const at = match.index + match[0].length - slashes.length;
    const after = at + slashes.length;
    found(placeOf(text, at), /[^\t -~]/.test(/^.*/.exec(text.slice(at))?.[0] ?? ''));
    const statement = /^[^;{}]*/.exec(bare.slice(after))?.[0] ?? '';
    const end = bare[after + statement.length];
    const isDeclaration = isInBlock(bare.slice(0, at)) && (end === ';' || end === '}');
    // WeChat reads `// words` and the declaration on the next line as one declaration, which is invalid.
    const lost =
      isDeclaration && !/^\s*[\w-]+\s*:/.test(statement) ? statement.length + Number(end === ';') : 0;
    read = spaces(read, at, after + lost);
  }
  return read;
}

/**
 * Adds the missing semicolon after `@import "a"` at the end of a line. WeChat does not need it, but a CSS parser does.
 */
export const withSemicolons = (text: string): string =>
  text.replace(/(@import\s*(?:"[^"]*"|'[^']*'))[ \t]*(\r?\n)(?!\s*;)/gi, '$1;$2');
