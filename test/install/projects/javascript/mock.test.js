const { launch } = require('miniprogram-phone');

jest.mock('./miniprogram/utils/heading', () => ({ heading: () => '茶馆' }));

test('jest.mock applies to the mini-program', async () => {
  const { stage } = await launch();
  expect((await stage.open('pages/list/list')).has('茶馆')).toBe(true);
});
