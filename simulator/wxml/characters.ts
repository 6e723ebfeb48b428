/** Names of easily confused characters, so that authors can find them in an editor. */

/** Code → name of invisible characters that come from keyboards and web pages. */
const NAMES: ReadonlyMap<number, string> = new Map([
  [0x0000, 'NUL'],
  [0x000b, 'vertical tab'],
  [0x000c, 'form feed'],
  [0x0085, 'next line'],
  [0x00a0, '不间断空格, a no-break space'],
  [0x00ad, 'soft hyphen'],
  [0x200b, '零宽空格, a zero-width space'],
  [0x200c, 'zero-width non-joiner'],
  [0x200d, 'zero-width joiner'],
  [0x2028, '行分隔符, a line separator'],
  [0x2029, '段分隔符, a paragraph separator'],
  [0x2060, 'word joiner'],
  [0x3000, '全角空格, a full-width space'],
  [0xfeff, 'byte-order mark'],
  [0xfffd, 'replacement character: the file is not UTF-8'],
]);

/** Is it a full-width form of ASCII, such as `＝` (U+FF1D)? */
const isFullWidth = (code: number): boolean => code >= 0xff01 && code <= 0xff5e;
const PUNCTUATION: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '，': ',',
  '。': '.',
  '《': '<',
  '》': '>',
  '【': '[',
  '】': ']',
};

/** The character at an offset, for messages: quoted; with its code and name if it is invisible or easily confused. */
export function characterAt(source: string, at: number): string {
  const code = source.codePointAt(at);
  if (code === undefined) return 'end of the file';
  const character = String.fromCodePoint(code);
  const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const name =
    NAMES.get(code) ?? (/\s|\p{Zs}/u.test(character) && code > 0x20 ? 'a Unicode space' : undefined);
  if (name !== undefined) return `${number} (${name})`;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0xd800 && code < 0xe000)) return number;
  const ascii = isFullWidth(code) ? String.fromCharCode(code - 0xfee0) : PUNCTUATION[character];
  if (ascii !== undefined) return `${JSON.stringify(character)} (${number}, 全角字符: write ${ascii})`;
  return JSON.stringify(character);
}
