import { createVirtualClock } from '../../simulator/clock';
import { createHeadless } from '../../simulator/headless';
import { createPhone } from '../../simulator/phone';
import { fakeWechat } from '../simulator/support/wechat';

it('runs', async () => {
  const phone = createPhone({
    wechat: fakeWechat(),
    fetch,
    account: 'lin',
    era: 'profile',
    clock: createVirtualClock(),
  });
  const stage = createHeadless({ root: 'test/fixtures/apps/visitor', phone });
  const page = await stage.open('pages/home/home', { a: '1' });
  console.log(page.snapshot());
  await page.tap('.profile');
  phone.screen.get('authorize').allow();
  await stage.settle();
  console.log(page.text(), page.setDataCalls, page.instance.log);
  stage.close();
});
