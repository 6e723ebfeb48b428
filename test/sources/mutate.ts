/** Generates valid files of several lines with one mistake at a known line, which the error must name. */
import fc from 'fast-check';
import type { Files } from './generate';

/** A mini-program with one mistake. */
export interface Mutation {
  readonly files: Files;
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** Lines that are valid at any position, and lines that are a mistake at any position. */
const KINDS = {
  'pages/a/a.wxml': {
    valid: [
      '<view class="a"/>',
      '<text>中文，🎉{{a}}</text>',
      '\t<view wx:if="{{a}}">x</view><view wx:else/>',
      '',
      '<!-- a < b -->',
      '{{a ? "}" : b}}',
      '<block wx:for="{{list}}" wx:key="*this">{{item}}</block>',
    ],
    wrong: [
      '<view a="{{%}}"/>',
      '<view></text>',
      '中文 {{ a b }}',
      '<import/>',
      '<template/>',
      '<view\u3000a="1"/>',
      '<include src="none"/>',
      '🎉</view>',
      '<view wx:else/>',
      '<wxs/>',
    ],
    around: (lines: string) => lines,
    before: 0,
  },
  'pages/a/m.wxs': {
    valid: [
      'var a = 1;',
      '// 中文 🎉',
      '',
      'function f(x) { return x + 1; }',
      "var s = '全角　';",
      'if (a) { a = 2; }',
    ],
    wrong: [
      'var = 1;',
      'function f(1) {}',
      'var b\u3000= 1;',
      "var c = require('none.wxs');",
      'a b;',
      'var d = );',
    ],
    around: (lines: string) => lines,
    before: 0,
  },
  'pages/a/a.wxss': {
    valid: ['.a { top: 0 }', '/* 中文 🎉 */', '', "\t.b::after { content: '，' }", 'view { width: 1rpx }'],
    wrong: ['@import "none";', '.c { top }', '.d[a="] { top: 0 }', '} .e { top: 0 }'],
    around: (lines: string) => lines,
    before: 0,
  },
  'pages/a/a.json': {
    valid: ['"a": "中文，🎉",', '', '\t"b": [1, 2],', '"c": {"d": null},'],
    wrong: ['"e": 01,', "'f': 1,", '"g" 1,', '"h": [1 2],', '"i": "\\x",', '\u3000"j": 1,'],
    around: (lines: string) => `{\n${lines}\n"z": 1}`,
    before: 1,
  },
  'pages/a/a.js': {
    valid: ['var a1 = 1;', '// 中文 🎉', '', '\tfunction f() { return "，"; }', 'f();'],
    wrong: ['const = 1;', 'var b = ;', 'f(;', 'var 中 = "🎉" "x";'],
    around: (lines: string) => `${lines}\nPage({});`,
    before: 0,
  },
} as const;

const REST: Files = {
  'app.json': '{"pages": ["pages/a/a"]}',
  'app.js': 'App({})',
  'pages/a/a.js': 'Page({});',
  'pages/a/a.wxml': '<wxs module="m" src="m.wxs"/>{{m}}',
  'pages/a/m.wxs': '',
};

/** One mistake among valid lines, with \n or \r\n as line ends. */
export const mutation: fc.Arbitrary<Mutation> = fc
  .constantFrom(...(Object.keys(KINDS) as (keyof typeof KINDS)[]))
  .chain((file) => {
    const { valid, wrong, around, before } = KINDS[file];
    const lines = fc.array(fc.constantFrom<string>(...valid), { maxLength: 12 });
    return fc
      .record({
        above: lines,
        below: lines,
        wrong: fc.constantFrom<string>(...wrong),
        end: fc.constantFrom('\n', '\r\n'),
      })
      .map(({ above, below, wrong: mistake, end }) => ({
        files: { ...REST, [file]: around([...above, mistake, ...below].join('\n')).replaceAll('\n', end) },
        file,
        line: before + above.length + 1,
      }));
  });
