/**
 * Decodes backslashes in WXML as WeChat's compiler (wcc) does. wcc copies a text into a JavaScript string and escapes
 * single characters of it. This mangles `\\b` and `\'`, but not `\n`, `\r`, `\t` and `\\n`.
 */

const CONTROL: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** Matches a backslash that wcc escapes: it copies a backslash before one of these characters unchanged. */
const COPIED = /\\(?![nrt\\'"])/g;

/**
 * Decodes a text between tags, or a string in an expression.
 * @param end The character that follows it in the source: a string's quote, or nothing.
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

/** Does wcc mangle the backslashes of this text? */
export function isMangled(text: string): boolean {
  const meant = text
    .replace(/\\([\\'"])/g, '$1')
    .replace(/\\([nrt])/g, (_, one: string) => CONTROL[one] ?? one);
  return /\\[\\'"]/.test(text) && decodeEscapes(text) !== meant;
}

/** Decodes the raw value of an attribute: wcc removes all backslashes before it looks for {{ }} and strings. */
export function decodeAttribute(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(/\\([\s\S])/g, (_, escaped: string) => CONTROL[escaped] ?? escaped);
}
