import { launch } from 'miniprogram-phone';
import { expect, test, vi } from 'vitest';

test('vi.doMock applies to the next launch', async () => {
  const one = await launch();
  expect((await one.stage.open('pages/list/list')).has('小店')).toBe(true);
  vi.doMock('./miniprogram/utils/heading', () => ({ heading: () => '后来' }));
  const two = await launch();
  expect((await two.stage.open('pages/list/list')).has('后来')).toBe(true);
});
