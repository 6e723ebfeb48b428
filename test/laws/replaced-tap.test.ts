/**
 * Some phones close WeChat's sheet without an answer. A later tap starts again, and a late answer to the first tap is
 * ignored.
 */
import { SAME_TAP, useProgramTimers } from '../support/program-timers';
import { useStage } from '../support/stage';

const begin = useStage();
const timers = useProgramTimers();

type Ask = WechatMiniprogram.GetUserProfileOption;

/** Taps without an answer, taps again later, and agrees. Returns the callbacks of the first tap. */
async function tapTwice() {
  const run = await begin('guest-profile');
  const { getUserProfile } = run.phone.wx;
  let old: Ask | undefined;
  Object.assign(run.phone.wx, {
    getUserProfile: (option: Ask) => {
      old = option;
    },
  });
  await run.page.tap({ text: '授权登录' });
  Object.assign(run.phone.wx, { getUserProfile });
  await timers.pass(SAME_TAP);
  await run.page.tap({ text: '授权登录' });
  return { run, old };
}

test.each([
  ['a failure', 'getUserProfile:fail network is not available'],
  ['a refusal', 'getUserProfile:fail auth deny'],
  ['an unauthorized scope', 'getUserProfile:fail scope unauthorized'],
])('after the profile is saved a late answer has no effect: %s', async (_what, errMsg) => {
  const { run, old } = await tapTwice();
  run.phone.screen.get('authorize').allow();
  await run.stage.settle();
  expect(run.isLogin).toBe(1);
  old?.fail?.({ errMsg });
  await run.stage.settle();
  expect(run.page.data).toMatchObject({ isLogin: 1, noticeText: '' });
  expect(run.phone.screen.items.filter(({ kind }) => kind !== 'toast')).toEqual([]);
  expect(run.requests).toEqual(['onlogin 200', 'setuserinfo 200']);
});

test("a late refusal while the new tap's sheet is open: no second modal, and consent counts", async () => {
  const { run, old } = await tapTwice();
  old?.fail?.({ errMsg: 'getUserProfile:fail auth deny' });
  await run.stage.settle();
  expect(run.phone.screen.items.map(({ kind }) => kind)).toEqual(['authorize']);
  run.phone.screen.get('authorize').allow();
  await run.stage.settle();
  expect(run.isLogin).toBe(1);
});

test('a late profile does not replace the one of the new tap', async () => {
  const { run, old } = await tapTwice();
  run.phone.screen.get('authorize').allow();
  await run.stage.settle();
  const userInfo = { nickName: '早先的我', avatarUrl: 'https://images.test/old.png', gender: 0 };
  old?.success?.({ userInfo } as WechatMiniprogram.GetUserProfileSuccessCallbackResult);
  await run.stage.settle();
  expect(run.requests).toEqual(['onlogin 200', 'setuserinfo 200']);
  expect(run.page.find('.person-name').text()).toBe('林小满');
});
