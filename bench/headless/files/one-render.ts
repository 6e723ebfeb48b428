/** A test file that only renders the page: without a mock server, on an offline phone. */
import path from 'node:path';
import { createHeadless } from '../../../simulator/headless';
import { createOfflinePhone } from '../../../test/support/offline-phone';

test('the page renders', async () => {
  const stage = createHeadless({
    root: path.resolve(__dirname, '../../../miniprogram'),
    phone: createOfflinePhone(),
  });
  const page = await stage.open('pages/user/user');
  expect(page.data.isLogin).toBe(2);
  stage.close();
});
