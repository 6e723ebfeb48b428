import { launch } from 'miniprogram-phone';
import { expect, test, vi } from 'vitest';
import { heading } from './miniprogram/utils/heading';

vi.mock('./miniprogram/utils/heading');
test('automock', async () => {
  vi.mocked(heading).mockReturnValue('自动');
  const { stage } = await launch();
  expect((await stage.open('pages/list/list')).has('自动')).toBe(true);
});
