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
    'numbers are added, subtracted, multiplied, divided',
    '<view>{{n + m}} {{n - m}} {{n * m}} {{n / m}} {{n % 4}} {{-n}}</view>',
    '9 3 18 2 2 -6',
  ),
  strings: shows('+ joins texts', `<view>{{'a' + n + "b" + s}}</view>`, 'a6btext'),
  comparisons: shows(
    'comparisons give true and false',
    '<view>{{n > m}} {{n >= 6}} {{n < m}} {{n <= 5}} {{n == 6}} {{n != 6}} {{n === 6}} {{n !== "6"}}</view>',
    'true true false false true false true true',
  ),
  logic: shows(
    'and, or, not and the conditional operator',
    '<view>{{n && s}} {{no || s}} {{!no}} {{!!n}} {{no ? 1 : 2}} {{n > 5 ? no ? "x" : "y" : "z"}}</view>',
    'text text true true 2 y',
  ),
  bits: shows(
    'the bitwise operators are known',
    '<view>{{n & 3}} {{n | 1}} {{n ^ 1}} {{~n}} {{m << 1}} {{n >> 1}}</view>',
    '2 7 7 -7 6 3',
  ),
  members: shows(
    'members by name, by index and by a computed name',
    `<view>{{a.b.c}} {{a['b'].c}} {{a[key].c}} {{list[0]}} {{list[list.length - 1]}} {{list.length}} {{s.length}}</view>`,
    'deep deep deep 1 2 2 4',
  ),
  'missing-members': shows(
    'a member of what is not there is nothing, not an error',
    '<view>[{{x.y.z}}]</view><view>[{{nil.y}}]</view><view>[{{list[9].q}}]</view>',
    '[]\n[]\n[]',
  ),
  'arrays-in-attributes': {
    title: 'arrays and objects can be written in attributes',
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
    'numbers as they are written',
    '<view>{{1.5}} {{.5}} {{0}} {{-0.25}}</view>',
    '1.5 0.5 0 -0.25',
  ),
  'null-and-undefined': shows(
    'null in a text is "null"; what is not there is nothing',
    '<view>[{{nil}}]</view><view>[{{nothing}}]</view>',
    '[null]\n[]',
  ),
  'object-and-array-in-text': shows(
    'an object in a text is what JavaScript makes of it',
    '<view>{{f}} {{list}}</view>',
    '[object Object] 1,2',
  ),
  'braces-in-strings': shows(
    'a text in an expression may hold braces',
    `<view>{{"a}}b"}} {{'{{'}}</view>`,
    'a}}b {{',
  ),
  'text-around': shows('text and expressions alternate', '<view>a{{n}}b{{m}}c</view>', 'a6b3c'),
  'methods-of-data': {
    title: 'methods of data cannot be called: nothing is shown, and that is reported',
    source: 'wcc',
    files: { 'page.wxml': '<view>[{{s.substring(0, 2)}}]</view>', 'page.js': DATA },
    opened: { text: '[]', reports: [/substring/] },
  },
  'spaces-in-braces': shows(
    'spaces and line breaks in an expression do not matter',
    '<view>{{ n\n + \n m }}</view>',
    '9',
  ),
};

export default cases;
