/** Expressions that WeChat's own compiler (wcc, in miniprogram-compiler) refuses. Both stages refuse them too. */
import type { Case } from '../../support/case';

const REFUSED = [
  '(a || {}).b',
  '(list || []).length',
  'a?.b',
  'n ?? 1',
  "{'k': 1}",
  "'ab'.length",
  'typeof a',
  'void 0',
  'a instanceof b',
  "'b' in a",
  'a++',
  'a = 1',
  'a, n',
  'new Date()',
  '2 ** 3',
  'a >>> 1',
  '[...list, 1]',
  '`x`',
  '/x/',
  '0x10',
  '1e3',
  '+a',
  '(a).b',
  '(a ? list : list)[0]',
  '{[n]: 1}',
  '中',
];

const nameOf = (expression: string): string => `expression ${expression.replaceAll(' ', '')}`;

const cases: Record<string, Case> = Object.fromEntries(
  REFUSED.map((expression) => [
    nameOf(expression),
    {
      title: `{{ ${expression} }} is refused, with its file and line`,
      source: 'wcc',
      files: {
        'page.wxml': `<view>\n<view data-x="{{ ${expression} }}"></view></view>`,
        'page.js': 'Page({ data: { a: { b: 1 }, list: [], n: 1 } })',
      },
      refuses: { file: 'pages/page/page.wxml', line: 2 },
    } satisfies Case,
  ]),
);

const refused = (title: string, wxml: string, line = 1): Case => ({
  title,
  source: 'wcc',
  files: { 'page.wxml': wxml },
  refuses: { file: 'pages/page/page.wxml', line },
});

export default {
  ...cases,
  'unclosed-braces': refused('an expression without }} is refused', '<view>\n{{ a </view>', 2),
  'unclosed-tag': refused('a tag without an end tag is refused', '<view>\n  <text>x</text>\n'),
  'wrong-end': refused('an end tag of another tag is refused', '<view>\n<text>x</view>', 2),
  'stray-end': refused('an end tag without a start tag is refused', '<view></view>\n</view>', 2),
  'else-alone': refused(
    'wx:else without wx:if before it is refused',
    '<view>\n<text wx:else>x</text></view>',
    2,
  ),
  'unfinished-tag': refused('a tag without > is refused', '<view></view>\n<view', 2),
} as Record<string, Case>;
