/** What WeChat's compiler reads in another way than a parser of CSS: `//`, which it skips, and the end of an import. */
import { type Place, placeOf } from '../problems';
import { blank } from './blank';

/** Why a `//` is reported. */
export const SLASHES =
  'WXSS has no // comments: WeChat skips the two characters and takes the line for styles. Write /* */';

/** `text` with spaces between two offsets, its lines as they are. */
const spaces = (text: string, from: number, to: number): string =>
  text.slice(0, from) + text.slice(from, to).replace(/[^\r\n]/g, ' ') + text.slice(to);

/** Has more blocks begun than ended? */
const isInBlock = (before: string): boolean => before.split('{').length > before.split('}').length;

/**
 * The text as WeChat reads it, every other character at its offset. `found` is called with the places of slashes, and
 * whether WeChat refuses what follows them: it knows no other letters than those of ASCII outside strings.
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
    // `// words` and the declaration in the next line are one to WeChat, which means nothing.
    const lost =
      isDeclaration && !/^\s*[\w-]+\s*:/.test(statement) ? statement.length + Number(end === ';') : 0;
    read = spaces(read, at, after + lost);
  }
  return read;
}

/** `@import "a"` may end with its line; a parser of CSS wants a semicolon. */
export const withSemicolons = (text: string): string =>
  text.replace(/(@import\s*(?:"[^"]*"|'[^']*'))[ \t]*(\r?\n)(?!\s*;)/gi, '$1;$2');
