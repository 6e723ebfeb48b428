/** JSON, and text that only looks like JSON. */
import fc from 'fast-check';
import { bytesOf, hostileText } from './text';

const PROFILE = ['nickName', 'avatarUrl', 'title', 'gender', 'country', 'province', 'city'];

const value = fc.oneof(
  hostileText,
  fc.constantFrom(0, 1, 2, 3, -0, 1e308, null, true, false),
  fc.double(),
  fc.constantFrom(
    'https://example.com/a.png',
    'javascript:alert(1)',
    'http://tmp/a.png',
    '//x',
    'wxfile://a',
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A profile: mostly valid names with wrong values, some names twice, and invalid names. */
const profile = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PROFILE) }, { weight: 1, arbitrary: hostileText }),
      value,
    ),
    { maxLength: 8 },
  )
  .map(
    (pairs) => `{${pairs.map(([name, it]) => `${JSON.stringify(name)}:${JSON.stringify(it)}`).join(',')}}`,
  );

const POLLUTION = [
  '{"__proto__":{"nickName":"x"}}',
  '{"constructor":{"prototype":{"nickName":"x"}},"nickName":"a"}',
  '{"nickName":{"toString":null,"valueOf":null}}',
  '{"nickName":["a"],"gender":{"valueOf":1}}',
];

/** JSON nested so deeply that a recursive parser overflows its stack. */
const deep = fc
  .tuple(
    fc.integer({ min: 100, max: 100_000 }),
    fc.constantFrom('[', '{"a":', '[{"__proto__":'),
    fc.boolean(),
  )
  .map(([depth, open, closed]) => {
    const text = open.repeat(depth);
    if (!closed) return text;
    const ends = { '[': ']', '{"a":': '}', '[{"__proto__":': '}]' };
    return `${text}1${ends[open as keyof typeof ends].repeat(depth)}`;
  });

const huge = fc
  .integer({ min: 100_000, max: 400_000 })
  .chain((length) =>
    fc.constantFrom(
      `{"nickName":"${'x'.repeat(length)}"}`,
      `[${'0,'.repeat(length)}0]`,
      `{"gender":${'9'.repeat(length)}}`,
    ),
  );

/** JSON as UTF-8 bytes. Large ones are rare. */
export const jsonText: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 20, arbitrary: profile },
    { weight: 4, arbitrary: fc.json() },
    { weight: 4, arbitrary: fc.constantFrom(...POLLUTION) },
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        '',
        'null',
        '[]',
        '7',
        '"text"',
        '{',
        '{"a":1,}',
        "{'a':1}",
        'NaN',
        '\ufeff{}',
      ),
    },
    { weight: 1, arbitrary: deep },
    { weight: 1, arbitrary: huge },
  )
  .map(bytesOf);
