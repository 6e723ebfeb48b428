/** A test file with a whole flow: MSW, the phone, the page. */
import { useStage } from '../../../test/support/stage';

const begin = useStage();

test('a first visit', async () => {
  const run = await begin('guest-profile');
  await run.page.tap({ text: '授权登录' });
  run.phone.screen.get('authorize').allow();
  await run.stage.settle();
  expect(run.isLogin).toBe(1);
});
