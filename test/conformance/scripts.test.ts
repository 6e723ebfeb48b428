/** Scripts of a mini-program: strict mode, and the global object of a process. */
import { assertShort } from '../../simulator/require-chain';
import { openPage, stageOf, writeApp } from '../headless/support/app';

/** Runs code in a page's script. Returns its result. */
async function found(code: string): Promise<unknown> {
  const { page } = await openPage('<view/>', `data: { found: (() => { ${code} })() }`);
  return page.data.found;
}

test('a script is strict: an assignment to an undeclared name throws a ReferenceError [community https://github.com/wendux/grace/issues/7]', async () => {
  expect(await found('try { undeclared = 1; } catch (error) { return error.name; }')).toBe('ReferenceError');
});

test('a property of the global object is a variable of that name: an assignment to either changes both [page framework/runtime/js-support.html]', async () => {
  expect(await found('globalThis.one = 1; one = 2; return [globalThis.one, one];')).toEqual([2, 2]);
});

test('of a page or component in its data WXML sees the fields that the program has set, and no members of WeChat [choice]', async () => {
  const { page } = await openPage(
    '<view>{{page.mine}}|{{page.is}}|{{page.data.a}}</view>',
    "mine: 'm', data: { a: 1 }, onReady() { this.setData({ page: this }) }",
  );
  expect(page.text()).toBe('m||');
});

test('`this` outside of functions is undefined [community https://github.com/jashkenas/underscore/pull/2641]', async () => {
  const { stage } = stageOf(
    writeApp({ 'pages/one/one.wxml': '<view/>', 'pages/one/one.js': 'Page({ data: { t: typeof this } })' }),
  );
  expect((await stage.open('pages/one/one')).data.t).toBe('undefined');
});

test('"es6": false in project.config.json: a script is not strict, and `this` is the global object [page devtools/projectconfig.html]', async () => {
  const { stage } = stageOf(
    writeApp({
      'project.config.json': '{ "setting": { "es6": false } }',
      'pages/one/one.wxml': '<view/>',
      'pages/one/one.js': 'undeclared = 1; Page({ data: { t: [undeclared, this === globalThis] } })',
    }),
  );
  expect((await stage.open('pages/one/one')).data.t).toEqual([1, true]);
});

test('more than 300 scripts that wait for each other are an error that shows the chain; what a phone’s stack holds is not known [choice]', () => {
  const waiting = Array.from({ length: 300 }, (_, index) => `lib/${index}.js`);
  expect(() => assertShort(waiting.slice(1), 'a.js')).not.toThrow();
  expect(() => assertShort(waiting, 'a.js')).toThrow('lib/0.js → lib/1.js → … → lib/299.js → a.js');
});
