import { launch } from 'miniprogram-phone';
import { expect, test, vi } from 'vitest';
import { heading } from './miniprogram/utils/heading';

vi.mock('./miniprogram/utils/heading', { spy: true });
test('spy', async () => {
  const { stage } = await launch();
  expect((await stage.open('pages/list/list')).has('小店')).toBe(true);
  expect(heading).toHaveBeenCalledTimes(1);
});
