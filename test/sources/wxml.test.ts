/** Difficult WXML: both stages accept or refuse it with the same words at the same position. */
import { headlessVerdict } from '../judge/headless-tree';
import { previewVerdict } from '../judge/preview-tree';

type Files = Readonly<Record<string, string>>;

/** The common result of both stages. Fails if they differ. */
function verdict(wxml: string, files: Files = {}, data: Readonly<Record<string, unknown>> = {}): unknown {
  const one = { wxml, files, data };
  const [headless, preview] = [headlessVerdict(one), previewVerdict(one)];
  expect(preview).toEqual(headless);
  return 'refused' in headless ? headless.refused : headless.tree;
}

describe('characters of a Chinese keyboard, or of a web page, inside a tag', () => {
  test.each([
    ['\u3000', 'U+3000 (全角空格, a full-width space)'],
    ['\u00a0', 'U+00A0 (不间断空格, a no-break space)'],
    ['\u0085', 'U+0085 (next line)'],
    ['\u2028', 'U+2028 (行分隔符, a line separator)'],
    ['\u2029', 'U+2029 (段分隔符, a paragraph separator)'],
    ['\u2003', 'U+2003 (a Unicode space)'],
    ['\u200b', 'U+200B (零宽空格, a zero-width space)'],
    ['\ufeff', 'U+FEFF (byte-order mark)'],
    ['，', '"，" (U+FF0C, 全角字符: write ,)'],
    ['“', '"“" (U+201C, 全角字符: write ")'],
  ])('%j', (character, name) => {
    expect(verdict(`<view>\n</view>\n<view${character}a="1"/>`)).toBe(
      `a.wxml:3:6: unexpected ${name} in <view>`,
    );
    expect(verdict(`<${character}view/>`)).toBe(`a.wxml:1:2: unexpected ${name} after <`);
    expect(verdict(`<view></view${character}>`)).toBe(`a.wxml:1:13: unexpected ${name} in </view>`);
    expect(verdict(`{{a${character}+ 1}}`)).toContain(`has an unexpected ${name}`);
    expect(verdict(`<view a="${character}">${character}</view>`)).toEqual([
      ['view', { a: character }, [character]],
    ]);
  });

  test('instead of a value', () => {
    expect(verdict('<view a=\u3000"1"/>')).toBe(
      'a.wxml:1:9: the value of a needs quotes; here stands U+3000 (全角空格, a full-width space)',
    );
  });

  test('NUL, where wcc stops reading', () => {
    expect(verdict('<view>a\n\0</view>')).toContain("a.wxml:2:1: unexpected U+0000 (NUL): WeChat's compiler");
  });
});

test('an emoji is kept', () => {
  expect(verdict(`<view a="😀">😀{{'😀'}}{{b ? '👍🏽' : '\ufffd'}}</view>`, {}, { b: 1 })).toEqual([
    ['view', { a: '😀' }, ['😀😀👍🏽']],
  ]);
});

describe('depth', () => {
  const deep = (levels: number, open = '<view>', close = '</view>') =>
    `\n${open.repeat(levels)}x${close.repeat(levels)}`;

  test('128 levels are rendered, one more is refused at its start', () => {
    for (const [open, close, levels] of [
      ['<view>', '</view>', 128],
      ['<view a="{{b}}" bind:tap="c" wx:if="{{d}}">', '</view>', 64],
      ['<view wx:for="{{d}}">', '</view>', 64],
      ['<block wx:if="{{d}}">', '</block>', 64],
    ] as const) {
      expect(verdict(deep(levels, open, close))).toBeInstanceOf(Array);
      const column = open.length * levels + 1;
      expect(verdict(deep(levels + 1, open, close))).toMatch(
        new RegExp(`^a\\.wxml:2:${column}: this is nested more than 128 levels deep`),
      );
    }
    expect(verdict(deep(20_000))).toContain('a.wxml:2:769: this is nested more than 128 levels deep');
  });

  test.each([
    ['brackets', (n: number) => `${'('.repeat(n)}a${')'.repeat(n)}`],
    ['arrays', (n: number) => `${'['.repeat(n)}a${']'.repeat(n)}`],
    ['!', (n: number) => `${'!'.repeat(n)}a`],
    ['+', (n: number) => `${'a+'.repeat(n)}a`],
    ['members', (n: number) => `a${'.b'.repeat(n)}`],
    ['conditions', (n: number) => `${'a?b:'.repeat(n)}a`],
    ['keys', (n: number) => 'a[a'.repeat(n) + ']'.repeat(n)],
  ])('expressions: %s', (_, text) => {
    expect(verdict(`${'<view>'.repeat(120)}{{${text(95)}}}${'</view>'.repeat(120)}`)).toBeInstanceOf(Array);
    expect(verdict(`\n{{${text(150)}}}`)).toContain('has more than 100 levels of operators and brackets');
    expect(verdict(`\n{{${text(20_000)}}}`)).toMatch(/^a\.wxml:2:1: /);
  });
});

test('many {{ }} in one text or attribute', () => {
  const message = 'a text or an attribute with more than 500 {{ }}';
  expect(verdict('{{a}}'.repeat(500), {}, { a: 'x' })).toEqual(['x'.repeat(500)]);
  expect(verdict(`\n${'{{a}}'.repeat(5000)}`)).toContain(`a.wxml:2:2501: ${message}`);
  expect(verdict(`\n<view a="${'{{a}} '.repeat(501)}"/>`)).toContain(`a.wxml:2:3010: ${message}`);
});

test('{{ without an end is reported at its position', () => {
  const message = '{{ is never closed: a }} or a quote is missing';
  expect(verdict('<view>\n  a {{ b\n</view>\n{{c}}')).toBe(`a.wxml:2:5: ${message}`);
  expect(verdict('<view\n  a="{{ b"\n/>\n{{c}}')).toBe(`a.wxml:2:6: ${message}`);
  expect(verdict('<view>\n  {{ b }\n</view>')).toBe(`a.wxml:2:3: ${message}`);
});

test('lines end with \\n, as in wcc: a single \\r does not shift lines', () => {
  expect(verdict('a\rb\r\n\r\n<view>{{%}}</view>')).toContain('a.wxml:3:7: ');
  expect(verdict('a\r<wxs module="m">\r\nvar a = ;</wxs>')).toContain('a.wxml:2:9: ');
});

test('names of Object members are data or undefined', () => {
  const names = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'];
  const own = { toString: 'own', constructor: 0 };
  expect(verdict(names.map((name) => `{{${name}}}|`).join(''))).toEqual(['|||||']);
  expect(verdict('{{toString}}{{constructor}}', {}, own)).toEqual(['own0']);
  expect(
    verdict('<view wx:if="{{constructor}}"/><view a="{{toString}}" b="{{d.constructor}}"/>', {}, { d: {} }),
  ).toEqual([['view', {}, []]]);
  expect(verdict('<block wx:for="{{[1]}}" wx:for-item="toString">{{toString}}</block>')).toEqual(['1']);
  expect(
    verdict(
      '<template name="t">{{valueOf}}{{toString}}{{a}}</template><template is="t" data="{{toString: 1, __proto__: d}}"/>',
      {},
      { d: { a: 2 } },
    ),
  ).toEqual(['1']);
});

test('quotes in file names are escaped', () => {
  for (const file of ['a"b', 'a&quot;b', 'a{{b}}', '");escaped=1;("']) {
    expect(
      verdict(
        `<wxs module="m" src='${file}.wxs'/><import src='${file}'/><template is="t"/>{{m.a}}` +
          `<view generic:x='");globalThis.escaped=1;("'/><template name='");escaped=1;("'/>`,
        {
          [`${file}.wxml`]: '<template name="t">t</template>',
          [`${file}.wxs`]: 'module.exports = { a: 1 };',
        },
      ),
    ).toEqual(['t1', ['view', { 'generic x': '");globalThis.escaped=1;("' }, []]]);
  }
  expect(globalThis).not.toHaveProperty('escaped');
});

test('files outside the mini-program are not imported', () => {
  expect(verdict('\n<include src="../x"/>')).toBe('a.wxml:2:1: ../x.wxml is outside of the mini-program');
  expect(verdict('\n<import src="/../x"/>')).toBe('a.wxml:2:1: ../x.wxml is outside of the mini-program');
});

test('a chain of thousands of imports with a mistake in the last file', () => {
  const files = (last: string): Files => ({
    ...Object.fromEntries(
      Array.from({ length: 3000 }, (_, at) => [`f${at}.wxml`, `<import src="f${at + 1}"/>`]),
    ),
    'f3000.wxml': last,
  });
  expect(verdict('<import src="f0"/>a', files('x'))).toEqual(['a']);
  expect(verdict('<import src="f0"/>a', files('\n<include src="none"/>'))).toBe(
    'f3000.wxml:2:1: none.wxml does not exist.',
  );
});
