/** The check of a launch can take longer than an edit of the profile. */
import { useStage } from '../support/stage';

const begin = useStage();

test('a check that ends after a saved edit does not restore the old profile', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const run = await begin('member', {
    open: false,
    phone: {
      privacy: { needAuthorization: false },
      fetch: async (url, init) => {
        const response = await globalThis.fetch(url, init);
        if (String(url).includes('check_3rdsession')) await held;
        return response;
      },
    },
  });
  const page = await run.stage.open('pages/user/user', {}, { settle: false });
  await page.tap({ text: '编辑' }, { settle: false });
  await page.input('[name=nickName]', '小满同学', { settle: false });
  await page.tap({ text: '保存' }, { settle: false });
  for (let turns = 0; page.data.editing && turns < 1000; turns += 1) {
    await new Promise((resolve) => setTimeout(resolve));
  }
  expect(page.find('.person-name').text()).toBe('小满同学');
  release();
  await run.stage.settle();
  expect(run.requests).toEqual(['check_3rdsession 200', 'setuserinfo 200']);
  expect(page.find('.person-name').text()).toBe('小满同学');
});
