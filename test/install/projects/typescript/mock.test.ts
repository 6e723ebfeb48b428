import { launch } from 'miniprogram-phone';
import { expect, test, vi } from 'vitest';
import { heading } from './miniprogram/utils/heading';

vi.mock('./miniprogram/utils/heading', () => ({ heading: vi.fn(() => '茶馆') }));

test('vi.mock applies to the mini-program', async () => {
  const { stage } = await launch();
  expect((await stage.open('pages/list/list')).has('茶馆')).toBe(true);
  expect(heading).toHaveBeenCalled();
});
