/** Hostile texts. As in all generators of this folder, one character is one byte. */
import fc from 'fast-check';

/** Placeholder for a live session, with the same length, so that `content-length` is already right. */
export const SESSION = '<session>'.padEnd(32, '~');
/** Placeholder for an unused code; 16 characters. */
export const CODE = '<code>'.padEnd(16, '~');

/** UTF-8 bytes as one character each. */
export const bytesOf = (text: string): string => Buffer.from(text).toString('latin1');

const NAMES = [
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'then',
    'length',
    '__defineGetter__',
  ],
  ...['null', 'undefined', 'NaN', 'true', '0', '-1', '1e999', '[]', '{}', "' OR 1=1 --", '{{7*7}}'],
  ...[
    '<script>alert(1)</script>',
    '../../etc/passwd',
    '..\\..\\boot.ini',
    '/dev/null',
    'CON',
    'file:///etc/passwd',
  ],
];

/** Texts that often break servers, as a user would type them. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...NAMES),
  fc.constantFrom('', ' ', '\0', '\u202e', '\ufeff', 'Ａ', 'ﷺ', '👩‍👩‍👧‍👦', 'é'.normalize('NFD'), '\ud800'),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.integer({ min: 1, max: 300 }).map((length) => '林'.repeat(length)),
);

/** Percent-encodes like a correct client. A lone surrogate cannot be encoded and is replaced. */
const percentEncoded = (text: string) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));

/** Valid and invalid percent encodings. */
const badlyEncoded = fc.oneof(
  fc.constantFrom(
    '%',
    '%%',
    '%zz',
    '%2',
    '%00',
    '%ff%fe',
    '%c0%af',
    '%ed%a0%80',
    '%u0041',
    '+',
    '%0d%0aset-cookie:%20a=b',
  ),
  fc.string({ unit: fc.constantFrom('%', '0', 'a', 'F', '&', '=', '+', ';', '?', '#'), maxLength: 20 }),
);

/** The encoded value of a query or form field. */
const fieldValue: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: hostileText.map((text) => percentEncoded(text)) },
  { weight: 1, arbitrary: badlyEncoded },
  { weight: 2, arbitrary: fc.constantFrom(SESSION, CODE, '') },
);

/** A query or form body: known and unknown names, each once, twice or never. */
export const fields = (...names: string[]): fc.Arbitrary<string> =>
  fc
    .array(
      fc.tuple(
        fc.oneof(
          { weight: 5, arbitrary: fc.constantFrom(...names) },
          { weight: 1, arbitrary: hostileText.map((text) => percentEncoded(text)) },
        ),
        fieldValue,
      ),
      { maxLength: 6 },
    )
    .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'));
