const { launch } = require('miniprogram-phone');

test('the output of uni-app: login, a row, another page', async () => {
  const { stage } = await launch();
  const list = await stage.open('pages/list/list');
  await list.tap('.login');
  expect(list.has('共 3 件')).toBe(true);
  await list.tap('.row-1 .plus');
  expect(list.has('茶×1')).toBe(true);
  await list.tap('.row-1 .edit');
  expect(stage.page.title).toBe('编辑茶');
});
