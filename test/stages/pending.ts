/** Cases that a stage does not pass yet, by name, and why: printed with each run. */
import type { Case } from './support/case';

/** A stage that is not listed must pass. */
export const pending: Readonly<Record<string, NonNullable<Case['pending']>>> = {
  'components/features/event-on-a-slot': { headless: '(tap ".in"): text of .n: "0" instead of "1"' },
  'components/features/pure-data-and-wxs': { headless: 'opened: text: "" instead of "2"' },
  'components/features/slot-in-slot': { headless: 'opened: text of .t: "" instead of "Q"' },
  'wxml/events/event-name-with-colon': {
    preview: 'opened: report that the case does not expect: invalid attribute prefix',
  },
  'wxml/expressions/bits': {
    headless: 'RefusedError: pages/page/page.wxml:1:7: {{n & 3}} has an unexpected "&"',
  },
  'wxml/expressions/methods-of-data': {
    headless: 'opened: no report says /substring/',
    preview: 'Error: no page is open: String.prototype.substring called on null or undefined',
  },
  'wxml/expressions/null-and-undefined': {
    headless: 'opened: text: "[]\\n[]" instead of "[null]\\n[]"',
    preview: 'opened: text: "[]\\n[]" instead of "[null]\\n[]"',
  },
  "wxml/refused/expression 'ab'.length": {
    headless: 'accepts an expression that wcc refuses',
    preview: 'accepts an expression that wcc refuses',
  },
  'wxml/refused/expression (a).b': {
    headless: 'accepts an expression that wcc refuses',
    preview: 'accepts an expression that wcc refuses',
  },
  'wxml/refused/expression (a?list:list)[0]': {
    headless: 'accepts an expression that wcc refuses',
    preview: 'accepts an expression that wcc refuses',
  },
  'wxml/refused/expression (a||{}).b': {
    headless: 'accepts an expression that wcc refuses',
    preview: 'accepts an expression that wcc refuses',
  },
  'wxml/refused/expression (list||[]).length': {
    headless: 'accepts an expression that wcc refuses',
    preview: 'accepts an expression that wcc refuses',
  },
  'wxml/refused/expression +a': {
    headless: 'accepts an expression that wcc refuses',
    preview: 'accepts an expression that wcc refuses',
  },
  'wxml/refused/expression 0x10': { preview: 'accepts an expression that wcc refuses' },
  'wxml/refused/expression 1e3': {
    headless: 'accepts an expression that wcc refuses',
    preview: 'accepts an expression that wcc refuses',
  },
  'wxml/refused/expression [...list,1]': {
    headless: 'accepts an expression that wcc refuses',
    preview: 'accepts an expression that wcc refuses',
  },
  'wxml/refused/expression a,n': {
    headless: 'accepts an expression that wcc refuses',
    preview: 'accepts an expression that wcc refuses',
  },
  'wxml/refused/expression a>>>1': { preview: 'accepts an expression that wcc refuses' },
  'wxml/refused/expression a?.b': { headless: 'accepts an expression that wcc refuses' },
  'wxml/refused/expression ainstanceofb': { preview: 'accepts an expression that wcc refuses' },
  'wxml/refused/expression n??1': {
    headless: 'accepts an expression that wcc refuses',
    preview: 'accepts an expression that wcc refuses',
  },
  'wxml/refused/expression typeofa': {
    headless: 'accepts an expression that wcc refuses',
    preview: 'accepts an expression that wcc refuses',
  },
  'wxml/refused/expression void0': { preview: 'accepts an expression that wcc refuses' },
  "wxml/refused/expression {'k':1}": { headless: 'accepts an expression that wcc refuses' },
  'wxml/refused/unclosed-braces': { headless: 'line of the refusal: 1 instead of 2' },
  'wxml/structure/last-import-wins': { headless: 'opened: text: "B" instead of "C"' },
  'wxml/structure/template-by-name': {
    headless:
      'step 2 (tap "button"): error that the case does not expect: pages/page/page.wxml:1:89: there is no template "none" in this file or its imports',
    preview: 'step 2 (tap "button"): no report says /none/',
  },
  'wxml/text/entities-without-decode': {
    headless: 'opened: text: "a<b" instead of "a&lt;b"',
    preview: 'opened: text: "a<b" instead of "a&lt;b"',
  },
  'wxml/text/newline-in-text': {
    headless: 'opened: text: "甲\\\\n乙甲 乙甲 乙" instead of "甲 乙甲 乙甲 乙"',
  },
  'wxml/text/space-at-the-edge': {
    headless: 'opened: text: "HelloLinand welcome" instead of "Hello Lin and welcome"',
  },
  'wxml/text/spaces-in-a-loop': { headless: 'opened: text: "xy|" instead of "x y |"' },
  'wxml/text/white-space-alone': { headless: 'opened: text: "30 元\\n左右" instead of "30元\\n左右"' },
};
