/** Hostile texts. As in all generators here, a character is a byte. */
import fc from 'fast-check';

/** Stands for a session that is live; as long as one, so that lengths can be told before it is filled in. */
export const SESSION = '<session>'.padEnd(32, '~');
/** Stands for a code that was never used; 16 characters. */
export const CODE = '<code>'.padEnd(16, '~');

/** UTF-8, one character for each byte. */
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

/** Text of a kind that has hurt servers before, as a person would type it. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...NAMES),
  fc.constantFrom('', ' ', '\0', '\u202e', '\ufeff', 'Ａ', 'ﷺ', '👩‍👩‍👧‍👦', 'é'.normalize('NFD'), '\ud800'),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.integer({ min: 1, max: 300 }).map((length) => '林'.repeat(length)),
);

/** As a well-behaved client encodes it: a half of a character outside the basic plane cannot be sent. */
const percentEncoded = (text: string) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));

/** Percent encodings, good and bad. */
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

/** The value of a query or form field, as it is sent. */
export const fieldValue: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: hostileText.map((text) => percentEncoded(text)) },
  { weight: 1, arbitrary: badlyEncoded },
  { weight: 2, arbitrary: fc.constantFrom(SESSION, CODE, '') },
);

/** A query or form body: known names and others, given once, twice, or not at all. */
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
