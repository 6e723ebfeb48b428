/** The globals of a script, and their removal for the next process. */
import type { Case } from '../../support/case';

const ENVIRONMENT = 'https://developers.weixin.qq.com/miniprogram/dev/framework/runtime/js-support.html';

/** A page that shows the value of an expression in its script. */
const shows = (
  title: string,
  expression: string,
  text: string,
  files: Record<string, unknown> = {},
): Case => ({
  title,
  source: ENVIRONMENT,
  files: {
    'page.wxml': '<view>{{result}}</view>',
    'page.js': `const result = String(${expression}); Page({ data: { result } })`,
    ...files,
  },
  opened: { text },
});

/** app.js reads the value that an earlier process may have set, then sets it. */
const ends = (title: string, find: string, leave: string): Case => ({
  title: `${title} ends with the process`,
  source: 'a process owns its globals',
  files: {
    'page.wxml': '<view>{{result}}</view>',
    'page.js': 'Page({ data: { result: getApp().result } })',
    'app.js': `const result = String(${find}); ${leave}; App({ result })`,
  },
  // Exparser iterates over arrays with for … in. A property added to Array.prototype looks like a generic to it.
  opened: { text: 'undefined', mayReport: [/^generic "left" is not instantiated/] },
  steps: [{ relaunch: true, text: 'undefined', mayReport: [/^generic "left" is not instantiated/] }],
});

const sloppy = (setting: object) => ({ 'project.config.json': { setting } });
const MODE = "(function () { return this })() === undefined ? 'strict' : 'sloppy'";

/** A project whose mini-program is in `miniprogram/`, with these files beside that folder. */
const below = (title: string, text: string, files: Record<string, unknown>): Case => ({
  title,
  source: 'https://developers.weixin.qq.com/miniprogram/dev/devtools/projectconfig.html',
  files: {
    'miniprogram/app.json': { pages: ['pages/page/page'] },
    'miniprogram/app.js': 'App({})',
    'miniprogram/pages/page/page.wxml': '<view>{{result}}</view>',
    'miniprogram/pages/page/page.js': `const result = String(${MODE}); Page({ data: { result } })`,
    ...files,
  },
  opened: { text },
});

const cases: Record<string, Case> = {
  'own-polyfill': shows(
    'a global set by the mini-program exists in the same script and in others',
    "(globalThis.URL = class Mine {}, URL.name + require('../../other').name)",
    'MineMine',
    { 'other.js': 'exports.name = URL.name' },
  ),
  'name-of-global': shows(
    'a property of global is a variable in other scripts',
    "(global.chunks = 5, require('../../other').chunks)",
    '5',
    { 'other.js': 'exports.chunks = chunks' },
  ),
  'global-this': shows('global and globalThis are the same object', 'global === globalThis', 'true'),
  'wx-route': shows(
    '__wxRoute is the page whose script runs',
    '[__wxRoute, global.__wxRoute]',
    'pages/page/page,pages/page/page',
  ),
  'wx-config': shows(
    '__wxConfig contains the version and the pages',
    '[typeof __wxConfig.envVersion, __wxConfig.pages]',
    'string,pages/page/page',
  ),
  'wx-app-code': shows(
    '__wxAppCode__ contains the JSON of pages',
    "__wxAppCode__['pages/page/page.json'].navigationBarTitleText",
    '茶',
    { 'page.json': { navigationBarTitleText: '茶' } },
  ),
  strict: shows('scripts run in strict mode', MODE, 'strict'),
  sloppy: shows('with "es6": false scripts run in sloppy mode', MODE, 'sloppy', sloppy({ es6: false })),
  'sloppy-not-enhanced': shows(
    'with "enhance" scripts are compiled and strict, even with "es6": false',
    MODE,
    'strict',
    sloppy({ es6: false, enhance: true }),
  ),
  'sloppy-below': below('the settings of project.config.json apply to its miniprogramRoot', 'sloppy', {
    'project.config.json': { miniprogramRoot: 'miniprogram/', setting: { es6: false } },
  }),
  'sloppy-below-private': below('project.private.config.json beside it has priority', 'strict', {
    'project.config.json': { miniprogramRoot: 'miniprogram/', setting: { es6: false } },
    'project.private.config.json': { setting: { es6: true } },
  }),
  'sloppy-elsewhere': below(
    'a project.config.json inside the mini-program that names another folder is ignored',
    'sloppy',
    {
      'miniprogram/project.config.json': { miniprogramRoot: 'dist/', setting: { es6: true } },
      'project.config.json': { miniprogramRoot: 'miniprogram/', setting: { es6: false } },
    },
  ),
  'sloppy-of-another': shows(
    'the settings of a project.config.json that names another folder are ignored',
    MODE,
    'strict',
    {
      'project.config.json': { miniprogramRoot: 'dist/', setting: { es6: false } },
    },
  ),
  'sloppy-alone': below('a private file without a project.config.json beside it is ignored', 'strict', {
    'miniprogram/project.private.config.json': { setting: { es6: false } },
    'project.config.json': { miniprogramRoot: 'miniprogram/' },
  }),
  'global-ends': ends('a property of global', 'global.left', 'global.left = 1'),
  'global-name-ends': ends(
    'a global variable',
    "typeof left === 'undefined' ? undefined : left",
    'globalThis.left = 1',
  ),
  'wx-ends': ends('a property of wx', 'wx.left', 'wx.left = 1'),
  'prototype-ends': ends('a property of Array.prototype', '[].left', 'Array.prototype.left = 1'),
  'static-ends': ends('a function of Object', 'Object.left', 'Object.left = 1'),
  'console-ends': ends('a property of console', 'console.left', 'console.left = 1'),
  'function-from-text': {
    title:
      'text cannot be compiled to code: eval is undefined, Function returns undefined, and calling either throws',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/runtime/js-support.html',
    files: {
      'page.wxml': '<view>{{shown}}</view>',
      'page.js': `const attempt = (run) => { try { return String(run()); } catch (error) { return error.name; } };
        Page({ data: { shown: [
          typeof eval, typeof Function,
          attempt(() => eval('1')), attempt(() => (0, eval)('1')), attempt(() => globalThis.eval('1')),
          attempt(() => Function('a', 'return a')), attempt(() => Function('a', 'return a')(1)), attempt(() => new Function('return 1')()),
          attempt(() => new globalThis.Function('return 1')()),
        ].join() } })`,
    },
    opened: {
      text: 'undefined,function,TypeError,TypeError,TypeError,undefined,TypeError,TypeError,TypeError',
      reports: [
        'Function("a", "return a"): a mini-program cannot',
        'Function("return 1"): a mini-program cannot',
      ],
    },
  },
  'dynamic-import': {
    title: 'import() loads a module of the mini-program, but no address',
    source: 'choice: Babel makes require() of it',
    files: {
      'page.wxml': '<view>{{shown}}</view>',
      'page.js': `Page({ data: { shown: '' }, async onLoad() {
        const { a } = await import('../../other');
        const address = 'data:text/javascript,export default typeof window';
        const far = await import(address).then((got) => got.default, (error) => error.name);
        this.setData({ shown: [a, far].join() });
      } })`,
      'other.js': "exports.a = 'a'",
    },
    opened: { text: 'a,Error' },
  },
  'function-return-this': {
    title: 'Function("return this")() returns the global object; functions are instances of Function',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/runtime/js-support.html',
    files: {
      'page.wxml': '<view>{{shown}}</view>',
      'page.js': `const root = Function('return this')();
        root.left = 'l';
        Function('r', 'regeneratorRuntime = r')({ mark: 'm' });
        Page({ data: { shown: [root === globalThis, new Function('return this;')() === root, left, regeneratorRuntime.mark,
          (() => 1) instanceof Function, Function.prototype.call === attempt.call, typeof Function.prototype.bind].join() } });
        function attempt() {}`,
    },
    opened: { text: 'true,true,l,m,true,true,function' },
  },
};
export default cases;
