/** A process in the preview: pending work when a scene is ready, endless loops, own globals. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { usePhones } from '../support/browser-phones';
import { describeInBrowser } from '../support/chromium';
import type { PhonePage } from '../support/phone-page';
import { writeFiles } from '../support/write-files';

jest.setTimeout(180_000);

const SETS = "this.setData({ a: v + 'x' })";
/** Components with an endless loop: options, and the text in the log. */
const LOOPS: Readonly<Record<string, [string, string]>> = {
  observers: [`properties: { a: String }, observers: { a(v) { ${SETS} } }`, 'observers["a"] triggers itself'],
  property: [
    `properties: { a: { type: String, observer(v) { ${SETS} } } }`,
    'the observer of property a triggers itself',
  ],
  objects: [
    "properties: { a: String }, data: { list: [] }, attached() { this.setData({ list: [1] }) }, observers: { 'list.**'(v) { this.setData({ list: v.concat(1) }) } }",
    'observers["list.**"] triggers itself',
  ],
  promise: [
    `properties: { a: String }, observers: { a(v) { Promise.resolve().then(() => ${SETS}) } }`,
    'observers["a"] triggers itself',
  ],
  event: [
    "properties: { a: String }, observers: { a(v) { this.triggerEvent('more', v + 'x') } }",
    'triggers itself',
  ],
};

const pages: Record<string, string> = {
  timers:
    'onLoad() { setTimeout(() => setTimeout(() => Promise.resolve().then(() => wx.nextTick(() => this.setData({ n: 1 }))), 10)) }',
  zero: 'onLoad() { const again = () => setTimeout(again); again(); this.setData({ n: 1 }) }',
  frames: 'onLoad() { const again = () => setTimeout(again, 16); again(); this.setData({ n: 1 }) }',
  edited: `big: 0, onLoad() {
    const circular = { self: null };
    circular.self = circular;
    this.setData({ circular, call: () => 1, none: undefined, odd: { 'a.b': 1, '': { x: 2 } }, user: { age: 1 } });
  }, grow() { this.setData({ 'user.seen': true }) }`,
  computed:
    "behaviors: [require('../computed')], data: { n: 0, a: 1, b: 2 }, computed: ({ a, b }) => a + b, more: { sum: 3 }, onLoad() { this.setData({ n: this.data.sum }) }",
};

function program(): string {
  const root = mkdtempSync(path.join(tmpdir(), 'preview-process-'));
  const files: Record<string, string> = {
    'app.json': JSON.stringify({
      pages: [...Object.keys(pages), ...Object.keys(LOOPS)].map((name) => `pages/${name}`),
    }),
    'app.js': 'App({})',
    'computed.js':
      'module.exports = Behavior({ definitionFilter(definition) { definition.data = { ...definition.data, ...definition.more } } })',
  };
  for (const [name, code] of Object.entries(pages)) {
    files[`pages/${name}.wxml`] = '<view id="n">{{n}}</view>';
    files[`pages/${name}.js`] = `Page({ data: { n: 0 }, ${code} })`;
  }
  files['pages/edited.wxml'] =
    '<counter id="c" class="one" value="{{n}}"/><view id="n" bindtap="grow">{{n}} {{user.age}}</view>';
  files['pages/edited.json'] = JSON.stringify({ usingComponents: { counter: '/counter' } });
  files['counter.json'] = '{"component":true}';
  files['counter.wxml'] = '<view id="inner">{{value}} {{twice}}</view>';
  files['counter.js'] = `Component({
    properties: { value: Number, any: { type: String, optionalTypes: [Number] } },
    data: { twice: 0 },
    observers: { value(v) { if (v > 99) throw new Error('too many'); this.setData({ twice: v * 2 }) } },
  })`;
  for (const [name, [code]] of Object.entries(LOOPS)) {
    files[`pages/${name}.wxml`] = '<c a="{{a}}" bind:more="more"/><view id="n">{{n}}</view>';
    files[`pages/${name}.json`] = JSON.stringify({ usingComponents: { c: `/c/${name}` } });
    files[`pages/${name}.js`] =
      "Page({ data: { n: 1, a: 'x' }, onReady() { this.setData({ a: 'y' }) }, more({ detail }) { this.setData({ a: detail }) } })";
    files[`c/${name}.wxml`] = '<view>{{a.length}}</view>';
    files[`c/${name}.json`] = '{"component":true}';
    files[`c/${name}.js`] = `Component({ ${code} })`;
  }
  writeFiles(root, files);
  return root;
}

describeInBrowser('a process in the preview', () => {
  const root = program();
  const phones = usePhones(root);
  let phone: PhonePage;

  afterAll(() => rmSync(root, { recursive: true }));

  const open = async (name: string, expects?: RegExp) => {
    phone = await phones.open(`page=pages/${name}`, expects ? { expects } : {});
    return phone.page.locator('#n').textContent();
  };

  test('a scene is ready after the short timers', async () => {
    expect(await open('timers')).toBe('1');
    expect(await phone.problems()).toEqual([]);
  });

  test.each(['zero', 'frames'])(
    'an endless timer loop is reported, and the scene becomes ready: %s',
    async (name) => {
      expect(await open(name)).toBe('1');
      expect(await phone.problems()).toEqual([
        expect.stringContaining('runs again and again and does not end'),
      ]);
    },
  );

  test.each(Object.entries(LOOPS))(
    'a component with an endless loop is an error: %s',
    async (name, [, says]) => {
      expect(await open(name, /triggers itself/)).toBe('1');
      expect((await phone.problems()).join('\n')).toContain(says);
    },
  );

  test('fields of Page() reach the definitionFilter of its behaviors', async () => {
    expect(await open('computed')).toBe('3');
  });

  test('edits from outside go through setData: observers, types, unusual paths; and reset', async () => {
    expect(await open('edited', /too many/)).toBe('0 1');
    const result = await phone.page.evaluate(() => {
      const live = window.previewPhone?.live;
      const page = live?.pages()[0];
      const counter = page && live?.components(page, 9)[0];
      const inner = document.querySelector('#c #inner');
      if (!live || !page || !counter || !inner) throw new Error('no component');
      const shown = () => [inner.textContent, document.querySelector('#n')?.textContent];
      const seen = (path: readonly string[]) => page.view(path)?.text;
      return {
        names: [counter.is, counter.label, counter.propertyType('any'), counter.propertyType('twice')],
        owner: live.ownerOf(inner)?.owner.id === counter.id,
        number: [counter.set(['value'], 4), shown()],
        mistyped: [counter.set(['value'], 'x').messages, shown()],
        threw: counter.set(['value'], 100),
        odd: [page.set(['odd', 'a.b'], 5), page.set(['odd', '', 'x'], 6), page.json(['odd'])],
        shown: [seen(['circular', 'self']), seen(['call']), page.json(['circular']), page.json(['call'])],
        gone: [page.set(['nothing'], 1), page.set(['user', 'x'], 1)],
        marks: [page.mark(['odd']), page.mark(['odd', 'a.b']), counter.mark(['value']), page.mark(['user'])],
        reset: [live.edits, live.reset(), live.edits, page.json(['odd']), shown()],
      };
    });
    const odd = (a: number, x: number) => JSON.stringify({ 'a.b': a, '': { x } }, null, 2);
    const ok = { ok: true, messages: [] };
    expect(result).toEqual({
      names: ['counter', '#c.one', 'String | Number', undefined],
      owner: true,
      number: [ok, ['4 8', '0 1']],
      mistyped: [[expect.stringContaining('expected <Number> but got non-number value')], ['0 0', '0 1']],
      threw: { ok: true, messages: ['too many'] },
      odd: [ok, ok, odd(5, 6)],
      shown: ['[circular]', '[function]', undefined, undefined],
      gone: [
        { ok: false, messages: [] },
        { ok: false, messages: [] },
      ],
      marks: ['edited', 'edited', 'edited', ''],
      reset: [3, 'done', 0, odd(1, 2), ['0 0', '0 1']],
    });
    // The mini-program has changed a field of an edited object: the other field is still the user's edit.
    await phone.page.evaluate(() => window.previewPhone?.live.pages()[0]?.set(['user'], { age: 7 }));
    await phone.page.click('#n');
    expect(await phone.page.evaluate(() => window.previewPhone?.live.reset())).toBe('restart');
  });
});
