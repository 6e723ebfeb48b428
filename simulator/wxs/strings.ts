/** The values of WXS string literals, which differ from JavaScript's. */

const KEPT = new Set(['n', 'r', 't', '\\', "'", '"']);
const CONTROL: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/**
 * The value of a literal, as WeChat's compiler computes it. `\n`, `\r` and `\t` are control characters; a backslash
 * before any other letter stays: `'\d'` is a backslash and a d. The compiler escapes quotes and last backslashes once
 * more, so that `'\''` becomes the four characters `\x27`, and `'\\'` the four characters `\x5c`.
 * @param body The text between the quotes.
 */
export function stringValue(body: string): string {
  return body.includes('\\') ? decode(encode(body)) : body;
}

/** Does the compiler's second escape change the value? Then the value is certainly not what the author meant. */
export const isTwiceEscaped = (body: string): boolean =>
  /\\x(27|22|5c)/.test(stringValue(body)) && /\\['"\\]/.test(body);

/** The literal in the JavaScript output of the compiler. */
function encode(body: string): string {
  let out = '';
  for (let at = 0; at < body.length; at += 1) {
    const character = body[at] as string;
    if (character === '\\') out += KEPT.has(body[at + 1] ?? '') ? '\\' : '\\x5c';
    else if (character === "'") out += '\\x27';
    else if (character === '"') out += '\\x22';
    else out += character;
  }
  return out;
}

/** The value that JavaScript reads from that literal. */
function decode(literal: string): string {
  return literal.replace(/\\(x[0-9a-f]{2}|[\s\S])/g, (_, code: string) =>
    code.length === 3 ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : (CONTROL[code] ?? code),
  );
}
