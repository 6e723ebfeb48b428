/** Style sheets with imports. */
import { wxssCompiler } from '../../preview/vite/program/wxss/compile';
import { memorySources } from '../support/memory-sources';

const compile = (files: Readonly<Record<string, string>>) =>
  wxssCompiler()(memorySources(files), 'a.wxss', '');

test('a circle of imports is shown', () => {
  const { problems } = compile({
    'a.wxss': '@import "b";',
    'b.wxss': '\n@import "c";',
    'c.wxss': '@import "b";',
  });
  expect(problems.map(({ file, line, message }) => `${file}:${line}: ${message}`)).toEqual([
    'c.wxss:1: these files import each other: b.wxss → c.wxss → b.wxss',
  ]);
});

test('a file that is imported 2³⁰ times is inserted at the last of these places', () => {
  const files: Record<string, string> = { 'a.wxss': '@import "f0"; .a { top: 0 }' };
  for (let at = 0; at < 30; at += 1)
    files[`f${at}.wxss`] = `@import "f${at + 1}"; @import "f${at + 1}"; .f${at} { top: 0 }`;
  files['f30.wxss'] = '.last { top: 0 }';
  const { css, problems } = compile(files);
  expect(problems).toEqual([]);
  expect(css.match(/\.last/g)).toHaveLength(1);
  expect(css.indexOf('.last')).toBeLessThan(css.indexOf('.f29'));
});

test('rules between two imports of a file keep their order', () => {
  const { css } = compile({
    'a.wxss': '@import "b"; @import "c"; @import "b";',
    'b.wxss': '.b { top: 0 }',
    'c.wxss': '.c { top: 0 }',
  });
  expect(css.replace(/\s+/g, ' ').trim()).toBe('.c { top: 0 } .b { top: 0 }');
});

test('an import always means a style sheet, as in wcsc', () => {
  const { problems } = compile({
    'a.wxss': '@import "a.wxml";\n@import "b.css";',
    'a.wxml': '<view/>',
    'b.css': '',
  });
  expect(problems.map(({ line, message }) => `${line}: ${message}`).sort()).toEqual([
    '1: "a.wxml" is not found',
    '2: "b.css" is not found',
  ]);
});

test('a byte-order mark is refused, as in wcsc', () => {
  const { problems } = compile({ 'a.wxss': '\ufeff.a { top: 0 }' });
  expect(problems.map(({ line, column, message }) => `${line}:${column}: ${message}`)).toEqual([
    '1:1: this file begins with U+FEFF (byte-order mark), which WeChat refuses in a style sheet: save it as UTF-8 without BOM',
  ]);
});
