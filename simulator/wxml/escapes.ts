/**
 * Backslashes in WXML, as WeChat's compiler (wcc) reads them. It copies a text into a JavaScript string and escapes what it
 * thinks needs it, one character at a time, so that `\\b` and `\'` come out mangled; `\n`, `\r`, `\t` and `\\n` do not.
 */

const CONTROL: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** A backslash before one of these is copied; any other one is escaped. */
const COPIED = /\\(?![nrt\\'"])/g;

/**
 * A text between tags, or a string in an expression.
 * @param end What follows it in the source: a string's quote, or nothing.
 */
export function decodeEscapes(text: string, end = ''): string {
  if (!text.includes('\\')) return text;
  const copied = `${text}${end}`
    .replace(COPIED, '\\x5c')
    .slice(0, end === '' ? undefined : -1)
    .replace(/['"]/g, (quote) => (quote === "'" ? '\\x27' : '\\x22'));
  return copied.replace(/\\(?:x([\da-f]{2})|([\s\S]))/g, (_, code: string | undefined, one: string) =>
    code === undefined ? (CONTROL[one] ?? one) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Is this a text whose backslashes come out mangled? */
export function isMangled(text: string): boolean {
  const meant = text
    .replace(/\\([\\'"])/g, '$1')
    .replace(/\\([nrt])/g, (_, one: string) => CONTROL[one] ?? one);
  return /\\[\\'"]/.test(text) && decodeEscapes(text) !== meant;
}

/** The raw value of an attribute: every backslash goes, before {{ }} and strings are looked at. */
export function decodeAttribute(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(/\\([\s\S])/g, (_, escaped: string) => CONTROL[escaped] ?? escaped);
}
