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
  'an-expression-is-missing': at(
    "an error in the page's script has its line and column",
    'page.js',
    'Page({\n  data: { a: },\n});',
    2,
    14,
  ),
  'behind-chinese-text': at(
    'a column counts characters, not bytes',
    'page.js',
    'const a = "中文，🎉"; const b = ;\nPage({});',
    1,
    30,
  ),
  'behind-tabs': at('a tab counts as one character', 'page.js', 'Page({\n\t\tdata: { a: },\n});', 2, 14),
  'in-typescript': at(
    'an error in a TypeScript script',
    'page.ts',
    'const a: number = 1;\n\nconst b: = 2;\nPage({});',
    3,
    10,
  ),
  'in-a-module': at(
    'an error in a module that the page requires',
    'lib/a.js',
    '\n\nexports.a = [1, 2;',
    3,
    18,
    {
      'page.js': "require('../../lib/a'); Page({});",
    },
  ),
  'with-require-async': at(
    'an error in the first line, before which the stage adds its own code',
    'page.js',
    "const a = ; require.async('../../lib/a'); Page({});",
    1,
    11,
  ),
  'in-app-js': at('an error in app.js', 'app.js', 'App({ globalData: {{} });', 1, 20),
} satisfies Record<string, Case>;
