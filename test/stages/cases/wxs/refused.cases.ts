/** WXS that both stages refuse, with the position and a part of the message. */
import type { Case } from '../../support/case';

const PAGE = 'pages/page/page.wxml';
const VIEW = '<view>{{m.t}}</view>';

const inline = (code: string, line: number, column: number, message: string): Case => ({
  title: `${JSON.stringify(code)} is refused`,
  source: 'wcc',
  files: { 'page.wxml': `<view />\n<wxs module="m">${code}</wxs>${VIEW}` },
  refuses: { file: PAGE, line, column, message },
});
const tag = (element: string, column: number, message: string): Case => ({
  title: `${element} is refused`,
  source: 'wcc',
  files: { 'page.wxml': `<view /> ${element}${VIEW}`, 'b.wxs': '', 'pages/page/b.wxs': '' },
  refuses: { file: PAGE, line: 1, column, message },
});

const cases: Record<string, Case> = {
  'in-a-file': {
    title: 'a mistake in a file is reported with the position in that file',
    source: 'wcc',
    files: {
      'page.wxml': `<wxs module="m" src="../../m.wxs"/>${VIEW}`,
      'm.wxs': 'var x = 1;\nvar y = `a`;\n',
    },
    refuses: { file: 'm.wxs', line: 2, column: 9, message: 'WXS has no template strings' },
  },
  'in-a-required-file': {
    title: 'a mistake in a required file is reported with the position in that file',
    source: 'wcc',
    files: {
      'page.wxml': `<wxs module="m" src="../../m.wxs"/>${VIEW}`,
      'm.wxs': "var n = require('./lib/n.wxs');",
      'lib/n.wxs': '\r\n\r\nmodule.exports.t = {a: /x/};',
    },
    refuses: { file: 'lib/n.wxs', line: 3, column: 24, message: "use getRegExp('…')" },
  },
  arrow: inline('var f = () => 1;', 2, 26, 'WXS has no arrow functions'),
  'new-date': inline(
    'var d = function () { return new Date() };',
    2,
    46,
    'WXS has no "new": use getDate() or getRegExp()',
  ),
  in: inline("var f = function (a) { return 'a' in a };", 2, 51, 'WXS has no "in": compare with undefined'),
  'for-in': inline('for (var k in {}) {}', 2, 28, 'WXS has neither for…in nor for…of'),
  'second-variable-of-a-for': inline(
    'for (var i = 0, n = 3; i < n; i++) {}',
    2,
    31,
    'declare it before the loop',
  ),
  'full-width-space': inline('var a\u3000= 1;', 2, 22, '全角空格'),
  'unclosed-string': inline("var a = 'x;\n", 2, 25, 'never closed on its line'),
  'unclosed-brace': inline('var f = function () {', 2, 38, 'the code ends too early'),
  reserved: inline('var if = 1;', 2, 21, '"if" is a reserved word of WXS'),
  'quote-in-the-name': tag(`<wxs module="a'b">module.exports.x = 1</wxs>`, 10, 'letters, digits and _ only'),
  'no-name': tag('<wxs>module.exports.x = 1</wxs>', 10, '<wxs> needs a module name'),
  'src-and-code': tag('<wxs module="m" src="./b.wxs">module.exports.x = 1</wxs>', 10, 'remove one of them'),
  'src-without-ending': tag('<wxs module="m" src="./b"/>', 10, 'must end with .wxs'),
  'src-missing': tag('<wxs module="m" src="./none.wxs"/>', 10, 'pages/page/none.wxs does not exist'),
  'require-missing': {
    title: 'a missing module is refused; in WeChat it is undefined at run time',
    source: 'wcc',
    files: {
      'page.wxml': `<wxs module="m" src="../../m.wxs"/>${VIEW}`,
      'm.wxs': "var x;\nvar n = require('./none.wxs');",
    },
    refuses: { file: 'm.wxs', line: 2, column: 9, message: "require('./none.wxs'): none.wxs does not exist" },
  },
  circle: {
    title: 'modules that require each other are refused, and the circle is shown',
    source: 'wcc',
    files: {
      'page.wxml': `<wxs module="m" src="../../a.wxs"/>${VIEW}`,
      'a.wxs': "var b = require('./b.wxs');",
      'b.wxs': "var c = require('./c.wxs');",
      'c.wxs': "\nvar b = require('./b.wxs');",
    },
    refuses: {
      file: 'c.wxs',
      line: 2,
      column: 9,
      message: 'these modules require each other: b.wxs → c.wxs → b.wxs',
    },
  },
};
export default cases;
