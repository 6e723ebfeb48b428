/** Undocumented names that frameworks (uni-app, Taro, remax …) use. */
import type { Case } from '../../support/case';

const cases: Record<string, Case> = {
  'sloppy-mode': {
    title: 'a project with es6: false runs in sloppy mode: an undeclared name becomes a global',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/devtools/projectconfig.html',
    files: {
      'project.config.json': { setting: { es6: false }, appid: 'touristappid' },
      'page.wxml': '<view>{{t}}</view>',
      'page.js':
        "undeclared = typeof undeclared === 'undefined' ? 5 : 'left over'; Page({ data: { t: undeclared } })",
    },
    opened: { text: '5' },
    steps: [{ relaunch: true, text: '5' }],
  },
  'undeclared-name': {
    title: 'in strict mode an assignment to an undeclared name throws, also in modules and functions',
    source: 'https://github.com/wendux/grace/issues/7',
    files: {
      'page.wxml': '<view>{{t}}</view>',
      'near.js':
        "module.exports = () => { try { alsoUndeclared = 1; return 'set'; } catch (e) { return e.name; } };",
      'page.js': `const near = require('../../near');
        let t = []; try { undeclared = 5; t.push('set'); } catch (e) { t.push(e.name + ' ' + e.message); }
        t.push(near(), typeof undeclared, globalThis.alsoUndeclared);
        globalThis.declared = 1; declared = 2; t.push(globalThis.declared);
        Page({ data: { t: t.join('|') } })`,
    },
    opened: { text: 'ReferenceError undeclared is not defined|ReferenceError|undefined||2' },
  },
  'this-of-a-script': {
    title: 'in strict mode `this` outside functions is undefined, with and without imports',
    source: 'https://github.com/jashkenas/underscore/pull/2641',
    files: {
      'page.wxml': '<view>{{t}}</view>',
      'near.js': 'const arrow = () => this; exports.t = [typeof this, typeof arrow()].join();',
      'page.js': `import { t } from '../../near'; const plain = (function () { return this; })();
        Page({ data: { t: [t, typeof this, typeof plain].join() } })`,
    },
    opened: { text: 'undefined,undefined,undefined,undefined' },
  },
  'this-of-a-sloppy-script': {
    title: 'with es6: false `this` outside functions is the global object of the process',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/devtools/projectconfig.html',
    files: {
      'project.config.json': { setting: { es6: false }, appid: 'touristappid' },
      'page.wxml': '<view>{{t}}</view>',
      'page.js':
        'this.fromThis = 5; var root = this; Page({ data: { t: [root === globalThis, typeof fromThis, typeof this.document].join() } })',
    },
    opened: { text: 'true,number,undefined' },
  },
  'add-global-class': {
    title: 'style options are read when the component is registered, however its script is written',
    source: 'output of minifiers',
    files: {
      'app.wxss': '.red { color: red }',
      'c/a.wxml': '<view class="red">a</view>',
      'c/a.js': 'Component({ options: { addGlobalClass: true } })',
      'c/e.wxml': '<view class="red">e</view>',
      'c/e.js': 'const o = {}; o.options = { addGlobalClass: !0 }; Component(o)',
      'page.wxml': '<a/><e/>',
    },
    opened: { text: 'a\ne', classes: { 'a view': 'red', 'e view': 'red' } },
  },
};

export default cases;
