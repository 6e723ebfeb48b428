/** Valid options of `Page()`, `Component()` and `Behavior()`, and the members of `this`. */
import type { Case } from '../../support/case';

const DOC = 'https://developers.weixin.qq.com/miniprogram/dev/framework/';
const TYPES = 'miniprogram-api-typings 5.2.3, types/wx/lib.wx.component.d.ts';

/** Formats an instance as short text. */
const SHORT =
  "const is = (o) => (o === null || o === undefined ? String(o) : Array.isArray(o) ? o.map(is) : o.is + '#' + o.id);";

const OWN = 'https://github.com/chemzqm/wept (base library 2.8.2)';

const cases: Record<string, Case> = {
  'page-then-component': {
    title: 'a script that calls Page() and then Component() defines the component, without a report',
    source: OWN,
    files: {
      'c/x.wxml': '<view bind:tap="go">{{a}}</view>',
      'c/x.js':
        'Page({ data: { a: 1 } }); Component({ data: { a: 2 }, methods: { go() { getApp().note(this.data.a); } } });',
      'page.wxml': '<x/>',
    },
    opened: { text: '2' },
    steps: [{ tap: 'view', noted: [2] }],
  },
  'too-deep': {
    title:
      'a definition with data that JSON cannot contain, or that is too deep, is an error with file and reason',
    source: `${OWN}: publish calls JSON.stringify`,
    files: {
      'page.wxml': '<view>{{result}}</view>',
      'page.js': `const nested = () => { let o = {}; for (let at = 0; at < 5000; at += 1) o = { o }; return o; };
const attempt = (run) => { try { run(); return 'fine'; } catch (error) { return error.message; } };
Page({ data: { result: [ attempt(() => Behavior({ data: { o: nested() } })), attempt(() => Behavior({ properties: { o: { type: Object, value: [BigInt(1)] } } })) ].join(' ') } })`,
    },
    opened: {
      text: 'a behavior: data: "o" has more than 1000 levels of lists and objects: the stack of a phone overflows a behavior: the value of property o contains a BigInt, which JSON cannot represent: WeChat throws. Use a text or a number',
    },
  },
  'component-then-page': {
    title: 'Page() after Component() in one script is an error, like a second Page()',
    source: OWN,
    files: {
      'page.wxml': '<view>{{result}}</view>',
      'page.js': `let result = 'none'; Component({ data: { result }, attached() { this.setData({ result }); } });
        try { Page({}); } catch (error) { result = error.message; }`,
    },
    opened: { text: 'Please do not register multiple Pages in pages/page/page.js' },
  },
  'data-that-refers-to-itself': {
    title: 'declared data may contain itself, in a page and in a component; each instance has its own copy',
    source: 'miniprogram-exparser (deepCopy)',
    files: {
      'c/c.wxml': '{{b.a}}',
      'c/c.js':
        'const b = { a: 1 }; b.self = b; Component({ data: { b }, methods: { go() { this.setData({ "b.a": 2 }); } } })',
      'page.wxml': '<c id="c"/>|<c/>|{{d.l[0].n}}',
      'page.js':
        "const d = { n: 5, l: [] }; d.l.push(d); Page({ data: { d }, go() { this.selectComponent('#c').go(); } })",
    },
    opened: { text: '1|1|5' },
    steps: [{ call: ['go'], text: '2|1|5' }],
  },
  'data-is-no-function': {
    title: 'data that is not an object is ignored, and that is reported',
    source:
      'https://github.com/DefinitelyTyped/DefinitelyTyped/pull/31957; miniprogram-exparser (Behavior.create)',
    files: {
      'page.wxml': '<view>{{a}}-{{b}}</view><x/>',
      'page.js':
        'Page({ data() { return { a: 1 }; }, onLoad() { getApp().note(Object.keys(this.data)); this.setData({ b: 2 }); } })',
      'c/x.wxml': '<view>{{a}}-{{b}}</view>',
      'c/x.js': 'Component({ behaviors: [Behavior({ data: [1] })], data: () => ({ a: 1 }) })',
    },
    opened: {
      text: '-2\n-',
      noted: [[]],
      reports: [
        'pages/page/page: data must be an object, your data is some Function',
        'c/x: data must be an object, your data is some Function',
        'a behavior: data must be an object, your data is some Array',
      ],
    },
  },
  'behavior-that-comes-in-twice': {
    title: 'a behavior that is included twice runs its life cycle and its observers once',
    source: `${DOC}custom-component/behaviors.html; miniprogram-exparser (Behavior.prepare, ancestors)`,
    files: {
      'page.wxml': '<x/>',
      'c/x.wxml': '<view bind:tap="set">{{a}}</view>',
      'c/x.js': `const noting = (what) => () => getApp().note(what);
const b = Behavior({ data: { a: 1 }, observers: { a: noting('b observes') }, lifetimes: { created: noting('b created'), attached: noting('b attached'), ready: noting('b ready') }, pageLifetimes: { show: noting('b shown') } });
const m = Behavior({ behaviors: [b], attached: noting('m attached') });
Component({ behaviors: [b, m, b], observers: { a: noting('observes') }, attached: noting('attached'), methods: { set() { this.setData({ a: 2 }); } } })`,
    },
    opened: { noted: ['b created', 'b attached', 'm attached', 'attached', 'b shown', 'b ready'] },
    steps: [{ tap: 'view', text: '2', noted: ['b observes', 'observes'] }],
  },
  'none-of-the-optional-types': {
    title:
      'a value of none of the types is converted to `type`; without `type`, to the first of optionalTypes',
    source:
      'https://developers.weixin.qq.com/miniprogram/dev/reference/api/Component.html; miniprogram-exparser (Behavior.prepare)',
    files: {
      'page.wxml': '<x a="{{v}}" b="{{v}}" c="{{v}}" d="{{v}}" e="{{v}}" f="{{v}}"/>',
      'page.js': 'Page({ data: { v: {} }, give(v) { this.setData({ v }); } })',
      'c/x.wxml': '<view>{{text}}</view>',
      'c/x.js': `Component({ properties: { a: { type: String, optionalTypes: [Number] }, b: { type: Number, optionalTypes: [Boolean], value: 7 }, c: { type: Array, optionalTypes: [String] }, d: { optionalTypes: [String, Number] }, e: { type: String, optionalTypes: [Object] }, f: { type: null, optionalTypes: [String] } },
observers: { 'a, b, c, d, e, f'(...values) { this.setData({ text: JSON.stringify(values) }); } } })`,
    },
    opened: {
      text: '["[object Object]",0,[],"[object Object]",{},{}]',
      reports: [
        /property "a".*<String>/,
        /property "b".*<Number>/,
        /property "c".*<Array>/,
        /property "d".*<String>/,
      ],
    },
    steps: [
      { call: ['give', 5], text: '[5,5,[],5,"5",5]' },
      { call: ['give', true], text: '["true",true,[],"true","true",true]' },
      {
        call: ['give', null],
        text: '["",0,[],"","",null]',
        reports: [/property "a".*null value/, /property "d".*null value/, /property "e".*null value/],
      },
    ],
  },
  'observer-of-a-pure-property': {
    title:
      'observers run for pure data; the observer in the definition of a pure property never runs, and this is reported',
    source: `${DOC}custom-component/pure-data.html`,
    files: {
      'page.wxml': '<x _p="{{v}}"/>',
      'page.js': 'Page({ data: { v: 1 }, next() { this.setData({ v: 2 }); } })',
      'c/x.json': { component: true, pureDataPattern: '^_' },
      'c/x.wxml': '<view>{{_p}}|{{_d.x}}|{{n}}</view>',
      'c/x.js': `const b = Behavior({ properties: { _b: { type: Number, observer() { getApp().note('never'); } } } });
Component({ behaviors: [b], properties: { _p: { type: Number, observer() { getApp().note('never'); } } }, data: { _d: { x: 1 }, n: 0 },
observers: { _p(v) { getApp().note(['_p', v]); }, '_d.x'(n) { this.setData({ n }); } }, attached() { this.setData({ '_d.x': 5, _b: 3 }); getApp().note(this.data._d.x); } })`,
    },
    opened: {
      text: '||5',
      noted: [['_p', 1], 5],
      reports: ['c/x: the observer of property _p never runs: the property is pure data'],
    },
    steps: [{ call: ['next'], noted: [['_p', 2]] }],
  },
  'select-what-is-no-component': {
    title:
      'selectComponent finds only components: for a view it returns null, also in a list; a tag is no selector',
    source: `${DOC}component-framework/component-tree-visit.html; glass-easel-miniprogram-adapter (filterComponentExport)`,
    files: {
      'page.wxml':
        '<view id="v" class="k"/><text id="t"/><input id="i"/><x id="x" class="k"/><block wx:if="{{true}}"><x class="k" id="y"/></block>',
      'page.js': `${SHORT} Page({ onReady() { getApp().note(['#v', '#t', '#i', '#none', '#x', 'x', '.k', '[id]'].map((s) => is(this.selectComponent(s)))); getApp().note(['.k', '#none', 'view'].map((s) => is(this.selectAllComponents(s)))); getApp().note([is(this.selectOwnerComponent()), is(this.selectComponent('#x').selectOwnerComponent())]); } })`,
      'c/x.wxml': '<view/>',
    },
    opened: {
      noted: [
        ['null', 'null', 'null', 'null', 'c/x#x', 'null', 'null', 'null'],
        [['null', 'c/x#x', 'c/x#y'], [], []],
        ['null', 'pages/page/page#'],
      ],
    },
  },
  'members-with-arguments-of-other-types': {
    title: 'members of `this` treat arguments of other types alike, and their errors name the component',
    source: 'miniprogram-exparser: a selector that is an object is an error; for the others: choice',
    files: {
      'page.wxml': '<x id="x"/>',
      'page.js': 'Page({})',
      'c/x.wxml': '<view bind:tap="go">go</view>',
      'c/x.js': `const b = Behavior({}); const other = Behavior({});
Component({ behaviors: [b, 'wx://form-field'], methods: { go() {
  const of = (member, ...given) => { try { const found = this[member](...given); return Array.isArray(found) ? found.length : found; } catch ({ message }) { return message; } };
  getApp().note(['selectComponent', 'selectAllComponents'].map((member) => [null, 5, [], {}].map((one) => of(member, one))));
  getApp().note([undefined, null, 5, {}, 'none'].map((one) => of('getRelationNodes', one)));
  getApp().note([b, 'wx://form-field', other, undefined, null, 5, {}, 'none'].map((one) => of('hasBehavior', one)));
  getApp().note([of('groupSetData') ?? null, of('groupSetData', 5), typeof this.getOpenerEventChannel, of('selectOwnerComponent', {}).is]);
} } })`,
    },
    opened: { text: 'go' },
    steps: [
      {
        tap: { text: 'go' },
        noted: [
          [
            [
              null,
              null,
              'c/x: selectComponent: the selector must be a string, not some Array',
              'c/x: selectComponent: the selector must be a string, not some Object',
            ],
            [
              0,
              0,
              'c/x: selectAllComponents: the selector must be a string, not some Array',
              'c/x: selectAllComponents: the selector must be a string, not some Object',
            ],
          ],
          [0, 0, 0, 0, 0],
          [true, true, false, false, false, false, false, false],
          [
            null,
            'c/x: groupSetData: the callback must be a function, not some Number',
            'undefined',
            'pages/page/page',
          ],
        ],
        // glass-easel warns of an unknown relation, exparser does not.
        mayReport: [/no relation "none" found/],
      },
    ],
  },
  'observers-with-arguments-of-other-types': {
    title: 'an observer refuses wrong arguments in its call, not later in code of the engine',
    source: 'glass-easel-miniprogram-adapter (relativeTo); for the others: choice',
    files: {
      'page.wxml': 'x',
      'page.js': `Page({ onReady() {
  const of = (run) => { try { run(); return null; } catch ({ message }) { return message; } };
  const observe = (...given) => of(() => this.createMediaQueryObserver().observe(...given));
  getApp().note([of(() => this.createIntersectionObserver().observe('#a', () => {})), observe(), observe(5, () => {}), observe({ minWidth: 1 }), observe({ minWidth: 1 }, () => {})]);
} })`,
    },
    opened: {
      noted: [
        [
          '`relativeTo` or `relativeToViewport` should be called before observe',
          'pages/page/page: MediaQueryObserver.observe: the descriptor must be an object, not some Undefined',
          'pages/page/page: MediaQueryObserver.observe: the descriptor must be an object, not some Number',
          'pages/page/page: MediaQueryObserver.observe: the listener must be a function, not some Undefined',
          null,
        ],
      ],
    },
  },
  'members-that-do-nothing': {
    title: 'an unmodelled member of `this` is reported; the callback of an animation is still called',
    source: TYPES,
    files: {
      'page.wxml': '<view id="v"/>',
      'page.js': `Page({ onReady() { const h = (what) => () => getApp().note(what);
this.animate('#v', [{ opacity: 0 }], 500, h('animated')); this.clearAnimation('#v', { opacity: true }, h('cleared'));
this.setUpdatePerformanceListener({}, h('never')); this.applyAnimatedStyle('#v', () => ({}), {}, h('never')); this.clearAnimatedStyle('#v', [1], h('never'));
this.setInitialRenderingCache({}); this.setPassiveEvent({ touchmove: true }); this.getPassiveEvent((config) => getApp().note(config));
getApp().note([this.getTabBar(), this.getAppBar(), typeof this.getPageId(), typeof this.dataset, typeof this.updateData, typeof this.general]); } })`,
    },
    opened: {
      noted: [
        [null, null, 'string', 'object', 'undefined', 'undefined'],
        'animated',
        'cleared',
        { touchstart: false, touchmove: true, wheel: false } as never,
      ],
      reports: [
        'this.animate is not modelled',
        'this.clearAnimation is not modelled',
        'this.setUpdatePerformanceListener is not modelled',
        'this.applyAnimatedStyle is not modelled',
        'this.clearAnimatedStyle is not modelled',
        'this.setInitialRenderingCache is not modelled',
        'this.setPassiveEvent is not modelled',
      ],
    },
  },
  'observer-of-places': {
    title: 'the headless stage does not observe positions, and reports this',
    source: 'simulator/README.md',
    files: {
      'page.wxml': '<view id="v"/>',
      'page.js':
        "Page({ look() { this.createIntersectionObserver().relativeToViewport().observe('#v', () => {}); } })",
    },
    steps: [{ call: ['look'], mayReport: [/createIntersectionObserver never calls its listener/] }],
  },
  'behaviors-that-are-none': {
    title:
      'unmodelled behaviors, data with the name of a property, and observers with an illegal path are reported',
    source: 'miniprogram-exparser (Behavior.prepare, Component.prepare, parseMultiPaths)',
    files: {
      'page.wxml': '<x/>',
      'c/x.wxml': '<view>{{a}}</view>',
      'c/x.js':
        "Component({ behaviors: ['wx://proxy-scroll-view'], properties: { a: { type: String, value: 'p' } }, data: { a: 'd' }, observers: { 'a[': () => {} } })",
    },
    opened: {
      text: 'p',
      reports: [
        'c/x: the behavior "wx://proxy-scroll-view" is not modelled',
        'data field "a" is overwritten by property with the same name (when preparing "c/x").',
        'data path descriptor "a[" is illegal',
      ],
    },
  },
};

export default cases;
