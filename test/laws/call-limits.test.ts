/** WeChat limits some APIs to four calls per second. Fast taps stay below that limit. */
import { post } from '../../simulator/phone/turns';
import { SAME_TAP, useProgramTimers } from '../support/program-timers';
import { type Run, useStage } from '../support/stage';

const begin = useStage();
const timers = useProgramTimers();

const tapAuthorize = (run: Run) => run.page.tap({ text: '授权登录' });

test("guest-legacy: repeated taps without a network stay below WeChat's call limit", async () => {
  const reports: string[] = [];
  const run = await begin('guest-legacy', {
    phone: { sdkVersion: '2.0.9', report: (message) => void reports.push(message) },
  });
  await tapAuthorize(run);
  run.phone.setOnline(false);
  run.phone.screen.get('authorize').allow();
  await run.stage.settle();
  for (let taps = 0; taps < 4; taps += 1) await tapAuthorize(run);
  expect(run.page.find('.notice-text').text()).toBe('没有取得头像和昵称，请再试一次');
  expect(reports).toEqual([]);

  await timers.pass(SAME_TAP);
  run.phone.setOnline(true);
  await tapAuthorize(run);
  expect(run.isLogin).toBe(1);
});

test('guest-legacy: the same if the sheet is answered between two taps and the save fails', async () => {
  const run = await begin('guest-legacy', { phone: { sdkVersion: '2.0.9' } });
  run.world.addFault({ on: 'setuserinfo', kind: 'cut-before', times: 1 });
  const { getUserInfo } = run.phone.wx;
  let calls = 0;
  Object.assign(run.phone.wx, {
    getUserInfo(option: WechatMiniprogram.GetUserInfoOption) {
      calls += 1;
      if (calls > 2) getUserInfo(option);
      // Do not use a timer: the stage does not wait for timers of the test.
      else post(() => option.fail?.({ errMsg: 'getUserInfo:fail system error' }));
    },
  });
  await tapAuthorize(run);
  await timers.pass(2 * SAME_TAP);
  run.phone.screen.get('authorize').allow();
  for (let taps = 0; taps < 3; taps += 1) await tapAuthorize(run);
  expect(calls).toBe(4);
  expect(run.page.find('.notice-text').text()).toBe('网络连接不可用，请检查网络后重试');
});

test('guest-legacy: a launch and two taps after a refusal stay below the call limit', async () => {
  const reports: string[] = [];
  const run = await begin('refused-legacy', {
    phone: { sdkVersion: '2.0.9', report: (message) => void reports.push(message) },
  });
  for (let taps = 0; taps < 2; taps += 1) {
    await tapAuthorize(run);
    run.phone.screen.get('modal').cancel();
    await run.stage.settle();
  }
  expect(run.calls('authorize')).toBe(2);
  expect(reports).toEqual([]);
});
