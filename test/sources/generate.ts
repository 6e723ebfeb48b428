/** Generates unusual mini-programs from a seed: valid, almost valid, hostile, deep, cyclic. */
import fc from 'fast-check';

/** Path from the root → text. */
export type Files = Readonly<Record<string, string>>;

/** Texts that set a global if generated code does not quote them correctly. */
const HOSTILE = [
  '"+(globalThis.escaped=1)+"',
  "'+(globalThis.escaped=1)+'",
  '`+(globalThis.escaped=1)+`',
  `$${'{globalThis.escaped=1}'}`,
  '");globalThis.escaped=1;("',
  "');globalThis.escaped=1;('",
  '\\',
  '\\"',
  '*/globalThis.escaped=1;/*',
  '</script>',
  '$1$&',
  // Passages that the preview searches for in generated code.
  'return S[P]};',
  'var L=R.c,M=R.m,O=R.r,',
  'D.__wx_own__x',
];
const ODD = [
  '\u3000',
  '\u00a0',
  '\u0085',
  '\u2028',
  '\u2029',
  '\u200b',
  '\ufeff',
  '\r',
  '\0',
  '\ud83d',
  '😀',
  '，',
  '“',
  '\f',
  '\t',
  '\v',
  '\u2060',
  '\u202e',
  '\udc00',
  '\u0301',
];
const NAMES = [
  'a',
  'b',
  'list',
  'constructor',
  'toString',
  '__proto__',
  'hasOwnProperty',
  'm',
  'item',
  'true',
  'typeof',
  'prototype',
  '$',
];
const FILES = [
  'a',
  'b',
  'c',
  './a',
  '/pages/b/b',
  '../outside',
  '../../outside',
  '/../x',
  '',
  'a.wxml',
  'm.wxs',
  './m',
  'pages/a/a',
  '中文',
  '__proto__',
  './constructor',
  "./q'$&",
  "./q'$&.wxs",
  './%41#?',
];

const odd = fc.constantFrom(...ODD, ...HOSTILE);
const name = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...NAMES) }, { weight: 1, arbitrary: odd });
const file = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...FILES) }, { weight: 1, arbitrary: odd });
const text = fc.oneof(fc.constantFrom('x', '\n', ' ', '{{', '}}', '<', '&lt;', '<!--', '-->', '中\r文'), odd);
const join = (parts: readonly string[]) => parts.join('');

const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    name,
    fc.constantFrom('1', "'x'", '.5', '010', '1e3', ''),
    odd.map((one) => `'${one}'`),
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom('+', '===', '&&', '?', '.', '**', '??', ','),
        tie('expression'),
      )
      .map(join),
    fc
      .tuple(
        fc.constantFrom('!', '-', '(', '[', '{', '...'),
        tie('expression'),
        fc.constantFrom('', ')', ']', '}'),
      )
      .map(join),
    fc.tuple(tie('expression'), fc.constant('('), tie('expression'), fc.constant(')')).map(join),
  ),
}));
const mustache = fc
  .tuple(fc.constantFrom('{{', '{{', '{{ ', '{'), expression, fc.constantFrom('}}', '}}', ' }}', '}'))
  .map(join);

const attribute = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(' ', ' ', '\n', '', '\u3000'),
      fc.oneof(
        fc.constantFrom(
          'class',
          'wx:if',
          'wx:elif',
          'wx:else',
          'wx:for',
          'wx:for-item',
          'wx:key',
          'bind:tap',
          'data-a',
          'model:value',
          'generic:x',
          'is',
          'data',
          'name',
          'src',
          'slot',
          'id',
          'change:a',
          'mark:b',
        ),
        name,
      ),
      fc.constantFrom('="', '="', "='", '=', ''),
      fc.oneof(mustache, name, file, text),
      fc.constantFrom('"', '"', "'", ''),
    )
    .map(join),
);
const tag = fc.constantFrom(
  'view',
  'view',
  'text',
  'block',
  'template',
  'import',
  'include',
  'slot',
  'input',
  'x-a',
  'wxs',
  '中',
  '',
);

const statement = fc.oneof(
  fc.tuple(fc.constantFrom('import', 'include'), file).map(([kind, src]) => `<${kind} src="${src}"/>`),
  fc.tuple(name, expression).map(([one, data]) => `<template is="${one}" data="{{${data}}}"/>`),
  fc.tuple(name, file).map(([module, src]) => `<wxs module="${module}" src="${src}"/>`),
  fc.constant('<wxs module="m" src="m.wxs"/>'),
);
const { markup } = fc.letrec<{ markup: string }>((tie) => ({
  markup: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    text,
    mustache,
    statement,
    fc
      .tuple(
        tag,
        fc.array(attribute, { maxLength: 3 }).map(join),
        fc.array(tie('markup'), { maxLength: 3 }).map(join),
        fc.integer({ min: 0, max: 19 }),
      )
      .map(([one, attributes, inside, luck]) =>
        luck === 0 ? `<${one}${attributes}>${inside}` : `<${one}${attributes}>${inside}</${one}>`,
      ),
    fc
      .tuple(fc.constantFrom('<view>', '<block wx:if="{{a}}">', '<x-a>'), fc.constantFrom(3, 40, 130, 3000))
      .map(([open, count]) => open.repeat(count) + `</${/\w[\w-]*/.exec(open)?.[0]}>`.repeat(count)),
    fc
      .tuple(fc.constantFrom('<view a="{{b}}"/>', '{{a}}<text>x</text>'), fc.constantFrom(3, 3, 3, 900))
      .map(([one, count]) => one.repeat(count)),
    fc
      .tuple(fc.constantFrom('(', '[', '!'), fc.constantFrom(50, 200, 5000))
      .map(([one, count]) => `{{${one.repeat(count)}a}}`),
  ),
}));
const wxml = fc.array(markup, { minLength: 1, maxLength: 4 }).map(join);

const wxs = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'var a = 1;',
        'module.exports = { a: 1 };',
        'function f(x) { return x; }',
        '\n',
        '// x\n',
        'if (a) {}',
        'var',
        'let x;',
      ),
      file.map((one) => `var b = require('${one}');`),
      odd.map((one) => `var s = "${one}";`),
      expression.map((one) => `var e = ${one};`),
      odd,
    ),
    { maxLength: 5 },
  )
  .map(join);

const wxss = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '.a { color: red }',
        'view { width: 1rpx }',
        '@media (prefers-color-scheme: dark) { .b { top: 0 } }',
        '.c {',
        '}',
        '/*',
        '*',
        '// x\n',
        '.d { background: url(a.png) }',
        ':host { top: 0 }',
        ':not(',
        '.e[a="',
      ),
      file.map((one) => `@import "${one}";\n`),
      odd.map((one) => `.f::after { content: "${one}" }`),
      odd,
    ),
    { maxLength: 5 },
  )
  .map(join);

const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: file },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      null,
      5,
      true,
      [],
      {},
      [null],
      { a: null },
      'x',
      [5],
      { '': '' },
      JSON.parse('{"__proto__": {"constructor": null}}'),
      JSON.parse('['.repeat(200) + ']'.repeat(200)),
    ),
  },
);
const using = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.dictionary(
      fc.constantFrom('x-a', 'x-b', '__proto__', 'view', 'constructor', "q'$&"),
      value,
      { maxKeys: 2 },
    ),
  },
  { weight: 1, arbitrary: value },
);
const broken = fc.constantFrom(
  '',
  '{',
  'null',
  '[]',
  '5',
  '"x"',
  '{"a": }',
  '\ufeff{}',
  '{} // x',
  '{\r\n  "a": 1,\n}',
);
const json = (valid: fc.Arbitrary<Record<string, unknown>>) =>
  fc.oneof(
    { weight: 12, arbitrary: valid.map((one) => JSON.stringify(one, null, 1)) },
    { weight: 1, arbitrary: broken },
  );
const unitJson = json(
  fc.record(
    {
      component: fc.oneof(fc.constant(true), value),
      usingComponents: using,
      componentGenerics: using,
      styleIsolation: value,
      navigationBarTitleText: value,
    },
    { requiredKeys: [] },
  ),
);
const pages = fc.oneof(
  { weight: 8, arbitrary: fc.constant<unknown>(['pages/a/a', 'pages/b/b']) },
  { weight: 1, arbitrary: fc.array(value, { maxLength: 3 }) },
  { weight: 1, arbitrary: value },
);
const appJson = json(
  fc
    .record(
      {
        pages,
        subPackages: fc.oneof(
          value,
          fc.array(fc.oneof(fc.record({ root: value, pages }), value), { maxLength: 2 }),
        ),
        window: value,
        tabBar: value,
        usingComponents: using,
        entryPagePath: value,
        resolveAlias: using,
        themeLocation: value,
        useExtendedLib: value,
      },
      { requiredKeys: ['pages'] },
    )
    .map((one) => {
      const { pages: listed, ...rest } = one as Record<string, unknown>;
      // Most configurations have one odd field.
      const [field] = Object.entries(rest);
      return { pages: listed, ...(field === undefined ? {} : { [field[0]]: field[1] }) };
    }),
);
const packageJson = json(fc.record({ main: value, miniprogram: value, name: value }, { requiredKeys: [] }));

const maybe = (one: fc.Arbitrary<string>) => fc.option(one, { freq: 2, nil: undefined });

/** A mini-program of two pages and the files that they may import. */
export const program: fc.Arbitrary<Files> = fc
  .record({
    'app.json': fc.oneof(
      { weight: 3, arbitrary: fc.constant('{"pages": ["pages/a/a", "pages/b/b"]}') },
      { weight: 1, arbitrary: appJson },
    ),
    'app.wxss': maybe(wxss),
    'project.config.json': maybe(
      json(fc.record({ miniprogramRoot: value, setting: value, projectname: value }, { requiredKeys: [] })),
    ),
    'pages/a/a.wxml': wxml,
    'pages/a/a.json': maybe(unitJson),
    'pages/a/a.wxss': maybe(wxss),
    'pages/a/b.wxml': maybe(wxml),
    'pages/a/c.wxml': maybe(wxml),
    'pages/a/m.wxs': maybe(wxs),
    'pages/b/b.wxml': fc.oneof(fc.constant('<text>b</text>'), wxml),
    'node_modules/x/package.json': maybe(packageJson),
    'node_modules/x/index.js': maybe(fc.constant('Component({})')),
    'pages/a/x.js': maybe(fc.constant('Component({})')),
    "pages/a/q'$&.wxml": maybe(wxml),
    "pages/a/q'$&.wxs": maybe(wxs),
    'pages/a/%41#?.wxml': maybe(wxml),
    'pages/a/constructor.js': maybe(fc.constant('Component({})')),
    'pages/a/__proto__.js': maybe(fc.constant('Component({})')),
    'pages/a/a.js': maybe(file.map((one) => `require(${JSON.stringify(one)}); Page({})`)),
  })
  .map((files) => {
    const made: Record<string, string> = {
      'pages/a/a.js': 'Page({})',
      'pages/b/b.js': 'Page({})',
      'app.js': 'App({})',
    };
    for (const [path, content] of Object.entries(files)) if (content !== undefined) made[path] = content;
    return made;
  });
