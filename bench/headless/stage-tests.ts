/** A hundred headless tests of the user page. */
import { useStage } from '../../test/support/stage';
import { measureTests } from './stopwatch';

const begin = useStage();

measureTests(100, async () => {
  const run = await begin('member');
  expect(run.isLogin).toBe(1);
});
