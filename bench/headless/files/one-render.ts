/** One file of tests that only renders the page: no mock server, and a phone that is offline. */
import path from 'node:path';
import { createPhone, createVirtualClock } from '../../../simulator';
import { createHeadless } from '../../../simulator/headless';

test('the page renders', async () => {
  const nobody = () => Promise.reject(new Error('nobody is there'));
  const phone = createPhone({
    account: 'lin',
    clock: createVirtualClock(),
    fetch: nobody,
    online: false,
    wechat: {
      appid: 'wx0000000000000000',
      issueCode: nobody,
      isSessionFresh: nobody,
      profileOf: nobody,
      userData: nobody,
    },
  });
  const stage = createHeadless({ root: path.resolve(__dirname, '../../../miniprogram'), phone });
  const page = await stage.open('pages/user/user');
  expect(page.data.isLogin).toBe(2);
  stage.close();
});
