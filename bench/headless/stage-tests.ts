/** A hundred headless tests of the user page. */
import { useStage } from '../../test/support/stage';

const begin = useStage();

test.each(Array.from({ length: 100 }, (_, i) => [i]))('%i', async () => {
  const run = await begin('member');
  expect(run.isLogin).toBe(1);
});
