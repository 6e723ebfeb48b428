/** WXS: the language and its values. Same on both stages; `test/simulator/wxs/` compares with WeChat's compiler. */
import { ours } from '../simulator/wxs/ours';

const run = (code: string, args = '1, 2') =>
  ours({ name: '', code: `module.exports.t = function (a, b) { ${code} };`, args });
const value = (code: string, args?: string) => run(`return ${code};`, args).value;
const refusal = (code: string) => run(code).message;

test('constructor is the name of a type, such as Array [page reference/wxs/06datatype.html]', () => {
  expect(value('[a, "", true, {}, [], getDate(0)].map(function (x) { return x.constructor; }).join()')).toBe(
    '"Number,String,Boolean,Object,Array,Date"',
  );
});

test('values have only the members that the reference lists [page reference/wxs/06datatype.html]', () => {
  expect(value('"abc".includes')).toBe('undefined');
  expect(run('return [1].find(1)').failures[0]).toMatch(/WXS has no "find" of Array; it has concat, every/);
});

test('there are no globals of JavaScript: no Object, String, Array, window or wx [page reference/wxs/07basiclibrary.html]', () => {
  expect(run('return Object.keys({})').failures).toEqual([
    'm.wxs:1:45: "Object" is not defined: WXS has no globals of JavaScript or of WeChat',
  ]);
});

test('words that are reserved in JavaScript but not in WXS are names: class, in, new [page reference/wxs/02variate.html]', () => {
  expect(run('var class = a, new = b; return class + new').value).toBe('3');
  expect(refusal('var undefined = 1')).toMatch(/"undefined" is a reserved word of WXS/);
});

test('names consist of letters, digits and _ [page reference/wxs/02variate.html]', () => {
  expect(refusal('var $a = 1')).toMatch(/"\$" is not allowed/);
});

test('a variable without var is shared by all modules [page reference/wxs/02variate.html]', () => {
  const c = 'module.exports.read = function () { return shared; };';
  const code = 'var c = require("./c.wxs"); module.exports.t = function () { shared = 5; return c.read(); };';
  expect(ours({ name: '', code, files: { 'c.wxs': c } }).value).toBe('5');
});

test('a comment without an end extends to the end of the file [page reference/wxs/03annotation.html]', () => {
  expect(ours({ name: '', code: 'module.exports.t = function () { return 1 };\n/* rest' }).value).toBe('1');
});

test('default is the last case of a switch; there is no for…in and no label [page reference/wxs/05statement.html]', () => {
  expect(refusal('switch (a) { default: return 1; case 1: return 2 }')).toMatch(/must be the last case/);
  expect(refusal('for (var k in a) {}')).toMatch(/neither for…in nor for…of/);
  expect(refusal('x: for (;;) {}')).toMatch(/no labels/);
});

test('require takes a relative path with .wxs in quotes; a module runs once [page reference/wxs/01wxs-module.html]', () => {
  const files = { 'c.wxs': 'var n = 0; module.exports.next = function () { n++; return n; };' };
  const code =
    'var c = require("./c.wxs"); var d = require("./c.wxs"); module.exports.t = function () { c.next(); return d.next(); };';
  expect(ours({ name: '', code, files }).value).toBe('2');
  expect(ours({ name: '', code: 'var c = require("./c");', files }).message).toMatch(/path of a \.wxs file/);
});

test('a backslash is kept unless n, r or t follows; before a quote it becomes \\x27 or \\x22 [community https://www.npmjs.com/package/miniprogram-compiler]', () => {
  expect(value("'\\d'")).toBe('"\\\\d"');
  expect(value("'\\n'")).toBe('"\\n"');
  expect(value("'it\\'s'")).toBe('"it\\\\x27s"');
});

test('numbers are decimal, without exponents [community https://www.npmjs.com/package/miniprogram-compiler]', () => {
  expect(refusal('return 0x1F')).toMatch(/decimal numbers only/);
  expect(refusal('return 1e3')).toMatch(/decimal numbers only/);
});

test('a number and its text are different keys: a[1] is not a["1"] [community https://www.npmjs.com/package/miniprogram-compiler]', () => {
  expect(value('[a[1], a["1"]]', '{"1": "one"}')).toBe('[undefined, "one"]');
});

test('WXS receives copies and returns copies; functions in them become null [community https://www.npmjs.com/package/miniprogram-compiler]', () => {
  expect(value('{ f: function () {}, n: a }')).toBe('{"f": null, "n": 1}');
});

test('an expression that throws is undefined [community https://www.npmjs.com/package/miniprogram-compiler]', () => {
  expect(run('return a.b.c')).toMatchObject({
    value: 'undefined',
    failures: ['m.wxs:1:49: "c" of undefined cannot be read'],
  });
});

test('keywords of JavaScript that the compiler treats as variables fail at run time; new Date() is refused [choice]', () => {
  expect(run('let x = 1')).toMatchObject({
    value: 'undefined',
    failures: [expect.stringMatching(/WXS has no "let": use var/)],
  });
  expect(run('if (a > 1) { throw "no" } return a').value).toBe('1');
  expect(refusal('return new Date()')).toMatch(/WXS has no "new": use getDate\(\)/);
});

test('code to which the compiler gives another meaning is refused: a second variable in a for, - -a, do {} [choice]', () => {
  expect(refusal('for (var i = 0, n = 3; i < n; i++) {}')).toMatch(/declare it before the loop/);
  expect(refusal('return - -a')).toMatch(/put the second in parentheses/);
  expect(refusal('do {} while (0)')).toMatch(/must contain a statement/);
});

test('a missing module, or a circle of modules, is refused; WeChat reports nothing until it runs [choice]', () => {
  expect(ours({ name: '', code: 'var c = require("./c.wxs");' }).message).toMatch(/c\.wxs does not exist/);
  const files = { 'c.wxs': 'var m = require("./m.wxs");' };
  expect(ours({ name: '', code: 'var c = require("./c.wxs");', files }).message).toBe(
    'c.wxs:1:9: these modules require each other: m.wxs → c.wxs → m.wxs',
  );
});

test('an endless loop is an exception [choice]', () => {
  expect(run('while (true) {}').failures).toEqual(['m.wxs:1:38: this loop does not end']);
});
