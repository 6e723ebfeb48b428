const { launch } = require('miniprogram-phone');

test('no server', async () => {
  const { stage } = await launch('down');
  const list = await stage.open('pages/list/list');
  expect(list.has('加载失败')).toBe(true);
});

test('goods', async () => {
  const { stage } = await launch();
  const list = await stage.open('pages/list/list');
  expect(list.text()).toContain('小店\n茶\n杯');
});

test('a stack names the line of the source', async () => {
  const { stage } = await launch();
  const list = await stage.open('pages/list/list');
  const error = await list.tap('button').catch((reason) => reason);
  expect(error.stack).toMatch(/list\.js:13:11/);
});
