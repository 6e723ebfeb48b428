/** Global names of browsers and Node: phones have none of them, but a script may define them. */
import type { Case } from '../../support/case';

const NAMES =
  'window document self location navigator screen history Image Event CustomEvent HTMLElement Node MutationObserver URL Blob FormData AbortController getComputedStyle customElements matchMedia addEventListener crypto performance fetch XMLHttpRequest process Buffer setImmediate name top event WebAssembly TextEncoder TextDecoder queueMicrotask MessageChannel localStorage requestAnimationFrame';

const cases: Record<string, Case> = {
  absent: {
    title: 'names of browsers and Node are undefined, also on globalThis',
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
    title: 'a script may declare such a name itself',
    source: 'JavaScript',
    files: {
      'page.wxml': '<view/>',
      'page.js':
        "const location = 'here'; function find(name) { const { top } = { top: name }; return top; } getApp().note([location, find('x'), { status: 1 }.status]); Page({});",
    },
    opened: { noted: [['here', 'x', 1]] },
  },
};
export default cases;
