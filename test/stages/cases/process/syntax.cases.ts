/**
 * Syntax errors in scripts: both stages name the same file, line and column. The words differ, because two parsers
 * report them.
 */
import type { Case } from '../../support/case';

const at = (title: string, file: string, text: string, line: number, column: number, more = {}): Case => ({
  title,
  source: 'choice',
  files: { 'page.wxml': 'x', [file]: text, ...more },
  refuses: { file: file.startsWith('page.') ? `pages/page/${file}` : file, line, column },
});

export default {
  'an-expression-is-missing': at('the place of a mistake', 'page.js', 'Page({\n  data: { a: },\n});', 2, 14),
  'behind-chinese-text': at(
    'columns count characters',
    'page.js',
    'const a = "中文，🎉"; const b = ;\nPage({});',
    1,
    30,
  ),
  'behind-tabs': at('a tab is one character', 'page.js', 'Page({\n\t\tdata: { a: },\n});', 2, 14),
  'in-typescript': at(
    'a script in TypeScript',
    'page.ts',
    'const a: number = 1;\n\nconst b: = 2;\nPage({});',
    3,
    10,
  ),
  'in-a-module': at('a module that the page requires', 'lib/a.js', '\n\nexports.a = [1, 2;', 3, 18, {
    'page.js': "require('../../lib/a'); Page({});",
  }),
  'with-require-async': at(
    'the first line, where the stage adds something of its own',
    'page.js',
    "const a = ; require.async('../../lib/a'); Page({});",
    1,
    11,
  ),
  'in-app-js': at('app.js', 'app.js', 'App({ globalData: {{} });', 1, 20),
} satisfies Record<string, Case>;
