/** Expressions in WXML, as accepted by WeChat's own compiler (wcc). */
import type { Case } from '../../support/case';

const DATA = `Page({ data: { a: { b: { c: 'deep' } }, n: 6, m: 3, list: [1, 2], key: 'b', no: false, nil: null, s: 'text', f: { g: 'x' } } })`;

/** A page that shows one text. */
const shows = (title: string, wxml: string, text: string, source = 'wcc'): Case => ({
  title,
  source,
  files: { 'page.wxml': wxml, 'page.js': DATA },
  opened: { text },
});

const cases: Record<string, Case> = {
  arithmetic: shows(
    'arithmetic operators work with numbers',
    '<view>{{n + m}} {{n - m}} {{n * m}} {{n / m}} {{n % 4}} {{-n}}</view>',
    '9 3 18 2 2 -6',
  ),
  strings: shows('+ joins strings', `<view>{{'a' + n + "b" + s}}</view>`, 'a6btext'),
  comparisons: shows(
    'comparisons give true and false',
    '<view>{{n > m}} {{n >= 6}} {{n < m}} {{n <= 5}} {{n == 6}} {{n != 6}} {{n === 6}} {{n !== "6"}}</view>',
    'true true false false true false true true',
  ),
  logic: shows(
    '&&, ||, ! and ?: work',
    '<view>{{n && s}} {{no || s}} {{!no}} {{!!n}} {{no ? 1 : 2}} {{n > 5 ? no ? "x" : "y" : "z"}}</view>',
    'text text true true 2 y',
  ),
  bits: shows(
    'bitwise operators work',
    '<view>{{n & 3}} {{n | 1}} {{n ^ 1}} {{~n}} {{m << 1}} {{n >> 1}}</view>',
    '2 7 7 -7 6 3',
  ),
  members: shows(
    'members can be read by name, by index and by a computed name',
    `<view>{{a.b.c}} {{a['b'].c}} {{a[key].c}} {{list[0]}} {{list[list.length - 1]}} {{list.length}} {{s.length}}</view>`,
    'deep deep deep 1 2 2 4',
  ),
  'missing-members': shows(
    'a member of undefined or null shows nothing and is not an error',
    '<view>[{{x.y.z}}]</view><view>[{{nil.y}}]</view><view>[{{list[9].q}}]</view>',
    '[]\n[]\n[]',
  ),
  'arrays-in-attributes': {
    title: 'attributes can contain array and object literals',
    source: 'wcc',
    files: {
      'c/show.wxml': '<view>{{text}}</view>',
      'c/show.js':
        "Component({ properties: { v: null }, data: { text: '' }, observers: { v(v) { this.setData({ text: JSON.stringify(v) }); } } })",
      'page.wxml': '<show v="{{[n, m, 1]}}"></show><show v="{{ {n, x: m, ...f} }}"></show>',
      'page.js': DATA,
    },
    opened: { text: '[6,3,1]\n{"n":6,"x":3,"g":"x"}' },
  },
  numbers: shows(
    'decimal numbers can be written in several forms',
    '<view>{{1.5}} {{.5}} {{0}} {{-0.25}}</view>',
    '1.5 0.5 0 -0.25',
  ),
  'null-and-undefined': shows(
    'in a text null is shown as "null", and undefined as nothing',
    '<view>[{{nil}}]</view><view>[{{nothing}}]</view>',
    '[null]\n[]',
  ),
  'object-and-array-in-text': shows(
    'an object in a text is converted to a string as in JavaScript',
    '<view>{{f}} {{list}}</view>',
    '[object Object] 1,2',
  ),
  'braces-in-strings': shows(
    'a string in an expression may contain braces',
    `<view>{{"a}}b"}} {{'{{'}}</view>`,
    'a}}b {{',
  ),
  'text-around': shows('text and expressions can alternate', '<view>a{{n}}b{{m}}c</view>', 'a6b3c'),
  'methods-of-data': {
    title: 'methods of data cannot be called: nothing is shown, and this is reported',
    source: 'wcc',
    files: { 'page.wxml': '<view>[{{s.substring(0, 2)}}]</view>', 'page.js': DATA },
    opened: { text: '[]', reports: [/substring/] },
  },
  'spaces-in-braces': shows(
    'spaces and line breaks in an expression are ignored',
    '<view>{{ n\n + \n m }}</view>',
    '9',
  ),
};

export default cases;
