/** `launch` on another project: its mini-program, its `phone.config.ts`, a test in three lines. */

import { type Config, launch } from 'miniprogram-phone';
import { delay, HttpResponse, http } from 'msw';

const project = 'test/fixtures/shop';

test('a scene with a broken server', async () => {
  const { stage } = await launch('down', { project });
  const list = await stage.open('pages/list/list');
  expect(list.has('加载失败')).toBe(true);
});

test("the config's handlers answer if the scene has none", async () => {
  const { stage } = await launch('empty', { project });
  const list = await stage.open('pages/list/list');
  expect(list.has('没有商品')).toBe(true);
});

test('page, query, storage, steps and WeChat login of a scene', async () => {
  const { stage, phone } = await launch('cart', { project });
  expect(stage.page.text()).toContain('购物车 1 件，来自 share');
  expect(stage.page.find('input').value).toBe('快点');
  expect(stage.page.has('谢谢，李雷')).toBe(true);
  expect(phone.storage).toEqual({ cart: [1] });
});

test('without a name: a new phone, nothing runs before a page opens', async () => {
  const { stage, phone, server } = await launch(undefined, { project });
  expect(stage.pages).toEqual([]);
  server.use(http.get('https://api.shop.example/goods', () => HttpResponse.json({ list: ['茶'] })));
  const list = await stage.open(stage.entry);
  expect(list.has('茶')).toBe(true);
  expect(phone.storage).toEqual({});
});

test('fallback APIs', async () => {
  const { stage } = await launch('empty', { project, phoneOptions: { report: () => {} } });
  const list = await stage.open('pages/list/list');
  await list.tap({ text: '扫一扫' });
  expect(list.has('扫码 42')).toBe(true);
});

test('a launch ends the last one, and its servers', async () => {
  const first = await launch('empty', { project });
  await first.stage.open('pages/list/list');
  const second = await launch('down', { project });
  expect(() => first.stage.page).toThrow('is not running');
  expect((await second.stage.open('pages/list/list')).has('加载失败')).toBe(true);
  first.close();
  second.close();
  second.close();
});

test('a request without a handler fails, and the error contains a handler to copy', async () => {
  const complain = jest.spyOn(console, 'error').mockImplementation(() => {});
  const { stage } = await launch(undefined, { project, config: { root: 'miniprogram' } });
  const list = await stage.open('pages/list/list');
  expect(list.has('加载失败')).toBe(true);
  expect(complain.mock.calls).toEqual([
    [
      "No handler matches GET https://api.shop.example/goods?page=1: the request was not sent. A handler for phone.config.ts:\n  http.get('https://api.shop.example/goods', () => HttpResponse.json({})),",
    ],
  ]);
  complain.mockRestore();
});

test('a scene that stops before an answer that never arrives', async () => {
  const never = http.get('https://api.shop.example/goods', () => delay('infinite'));
  const loading = { page: 'pages/list/list', handlers: [never], stops: true } as const;
  const { stage, clock } = await launch('loading', {
    project,
    config: { root: 'miniprogram', scenes: { loading } },
  });
  expect(stage.page.text()).not.toMatch(/加载失败|没有商品/);
  expect(clock.now()).toBe(Date.UTC(2026, 0, 1, 1));
});

test('a scene that does not exist', async () => {
  await expect(launch('nope', { project })).rejects.toThrow(
    'There is no scene "nope". phone.config.ts has empty, down, cart.',
  );
});

test('without phone.config.ts: the mini-program is the project', async () => {
  const { stage } = await launch(undefined, { project: 'test/fixtures/shop/miniprogram', config: {} });
  expect(stage.entry).toBe('pages/list/list');
});

test.each<[string, unknown, string]>([
  ['not an object', 5, 'the default export must be object, is 5'],
  ['a list', [], 'the default export must be object, is a list'],
  ['a promise', Promise.resolve({}), 'the default export must be object, is a promise'],
  ['an unknown field', { rooot: 'x' }, 'rooot is not a known field'],
  ['a wrong type', { title: 5 }, 'title must be string, is 5'],
  ['a nested field', { scenes: { a: { phone: { era: 'now' } } } }, 'scenes.a.phone.era must be ('],
  ['a handler that is not one of MSW', { handlers: [{}] }, 'handlers[0] must be a handler of MSW'],
  ['an unknown step', { scenes: { a: { steps: [{ tip: 'x' }] } } }, 'scenes.a.steps[0] must be a step'],
  [
    'a negative nth',
    { scenes: { a: { steps: [{ tap: 'x', nth: -1 }] } } },
    'scenes.a.steps[0] must be a step',
  ],
  [
    'an unknown account',
    { accounts: { li: {} }, scenes: { a: { account: 'han' } } },
    'scenes.a.account is "han", accounts has li',
  ],
  ['an invalid scene name', { scenes: { 'a/b': {} } }, 'scenes["a/b"] must have a name of letters'],
  ['an unknown start scene', { start: 'b', scenes: { a: {} } }, 'start is "b", scenes has a'],
  ['no scenes', { scenes: {} }, 'scenes must not be empty'],
  [
    'an invalid version',
    { phone: { sdkVersion: 'new' } },
    'phone.sdkVersion must be a version, e.g. "3.8.0"',
  ],
])('a mistake names its field: %s', async (_what, config, message) => {
  await expect(launch(undefined, { project, config: config as Config })).rejects.toThrow(message);
});
