/** Scripts of a mini-program: strict mode, and the global object of a process. */
import { scriptRunner } from '../../preview/phone/engine/scripts';
import { providedGlobals } from '../../preview/vite/program/script-globals';
import { createRegistry } from '../../simulator/headless/modules/registry';
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

test('if data contains a page or component, WXML sees the fields that the program has set, but no members of WeChat [choice]', async () => {
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

test('a chain of more than 300 scripts that require each other is an error that shows the chain; the limit of a phone’s stack is unknown [choice]', () => {
  const fileOf = (n: number) => `lib/${n}.js`;
  const shown = /lib\/0\.js → .*lib\/1\.js → … → .*lib\/299\.js → .*lib\/300\.js\. Require one of them/;
  // Without files: three hundred of them take seconds.
  const registry = createRegistry();
  const run = (n: number, last: number): unknown => {
    const plain = () => void (n < last && run(n + 1, last));
    return registry.run(fileOf(n), { code: '', plain, inScope: () => plain }, (() => {}) as never);
  };
  expect(() => run(0, 299)).not.toThrow();
  expect(() => run(0, 2000)).toThrow(shown);
  const scripts = Object.fromEntries(
    Array.from({ length: 2000 }, (_, n) => [
      fileOf(n),
      {
        file: fileOf(n),
        requires: { next: fileOf(n + 1) },
        run: (...given: unknown[]) =>
          (given[providedGlobals.indexOf('require')] as (name: string) => void)('next'),
      },
    ]),
  );
  const preview = scriptRunner(
    scripts as never,
    {} as never,
    (_, work) => work(),
    () => '',
    () => {},
  );
  expect(() => preview.require(fileOf(0))).toThrow(shown);
  preview.end();
});
