/** Global names of browsers and Node: phones have none of them, but a script may define them. */
import type { Case } from '../../support/case';

const NAMES =
  'window document self location navigator screen history Image Event CustomEvent HTMLElement Node MutationObserver URL Blob FormData AbortController getComputedStyle customElements matchMedia addEventListener crypto performance fetch XMLHttpRequest process Buffer setImmediate name top event WebAssembly TextEncoder queueMicrotask';

const cases: Record<string, Case> = {
  absent: {
    title: 'no name of a browser or of Node is defined, on globalThis neither',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/runtime/js-support.html',
    files: {
      'page.wxml': '<view/>',
      'page.js': `getApp().note([${NAMES.split(' ')
        .map(
          (name) =>
            `typeof ${name} === 'undefined' ? '' : '${name}', globalThis.${name} === undefined ? '' : 'globalThis.${name}'`,
        )
        .join(', ')}].join(''));
        getApp().note([typeof globalThis, typeof global, globalThis === global, globalThis.Array === Array, typeof console.log]);
        Page({});`,
    },
    opened: { noted: ['', ['object', 'object', true, true, 'function']] },
  },
  'own-names': {
    title: 'a script may use such a name for something of its own',
    source: 'JavaScript',
    files: {
      'page.wxml': '<view/>',
      'page.js':
        "const location = 'here'; function find(name) { const { top } = { top: name }; return top; } getApp().note([location, find('x'), { status: 1 }.status]); Page({});",
    },
    opened: { noted: [['here', 'x', 1]] },
  },
  polyfill: {
    title: 'a name that a polyfill sets on global is found afterwards, in other scripts too',
    source: 'abortcontroller-polyfill, text-encoding and others',
    files: {
      'app.js': "require('./polyfill'); App({ note(what) { this.noted.push(what); }, noted: [] });",
      'polyfill.js': 'globalThis.URL = class { constructor(text) { this.href = text; } };',
      'page.wxml': '<view/>',
      'page.js': "getApp().note([typeof URL, new URL('x').href]); Page({});",
    },
    opened: { noted: [['function', 'x']] },
  },
};
export default cases;
