/**
 * If the storage has no room for the mark of an unconfirmed save, the session is deleted, so that the next launch asks
 * the server.
 */
import { type Run, useStage } from '../support/stage';
import { until } from '../support/until';

const begin = useStage();

/** Makes writing this entry fail; all other entries can be written. */
function noRoomForTheMark(phone: Run['phone'], entry = 'unconfirmed_save'): void {
  phone.onWx((wx) => {
    const set = wx.setStorageSync;
    const full = (key: string, value: unknown) => {
      if (key === entry) throw new Error('setStorageSync:fail exceed storage max size 10Mb');
      set(key, value);
    };
    Object.assign(wx, { setStorageSync: full });
  });
}

test('the stored session is deleted, so the next launch asks the server', async () => {
  const run = await begin('edit-profile', { before: (_world, phone) => noRoomForTheMark(phone) });
  await run.play(run.world.scenario.steps ?? []);
  run.world.addFault({ on: 'setuserinfo', kind: 'cut-after', times: 1 });
  await run.type('小满同学');
  await run.page.tap({ text: '保存' });
  await run.relaunch();
  expect(run.page.find('.person-name').text()).toBe('小满同学');
});

/** A save without an answer, a launch without an answer, and the form again. */
async function inTheDark(): Promise<Run> {
  const run = await begin('edit-profile', { before: (_world, phone) => noRoomForTheMark(phone) });
  await run.play(run.world.scenario.steps ?? []);
  run.world.addFault({ on: 'setuserinfo', kind: 'cut-after', times: 1 });
  await run.type('小满同学');
  await run.page.tap({ text: '保存' });
  run.world.addFault({ on: 'onlogin', kind: 'cut-before', times: 1 });
  await run.relaunch();
  expect(run.page.find('.person-name').text()).toBe('林小满');
  await run.page.tap({ text: '编辑' });
  return run;
}

test('a session that the next save created is deleted too', async () => {
  const run = await inTheDark();
  run.world.addFault({ on: 'setuserinfo', kind: 'cut-after', times: 1 });
  await run.type('满满');
  await run.page.tap({ text: '保存' });
  await run.relaunch();
  expect(run.page.find('.person-name').text()).toBe('满满');
});

test('the next save is cancelled during its login: the profile stays unconfirmed', async () => {
  const run = await inTheDark();
  await run.type('满满');
  const logins = run.calls('login');
  await run.page.tap({ text: '保存' }, { settle: false });
  await until(() => run.calls('login') > logins);
  await run.page.tap({ text: '取消' });
  await run.page.tap({ text: '取消' });
  expect(run.requests.filter((line) => line.startsWith('setuserinfo'))).toEqual(['setuserinfo cut']);
  expect(run.page.find('.person-name').text()).toBe('小满同学');
});

test('the process ends after such a login without room for the profile: the next launch asks again', async () => {
  const run = await inTheDark();
  noRoomForTheMark(run.phone, 'user_info');
  await run.type('满满');
  await run.page.tap({ text: '保存' }, { settle: false });
  await until(() => run.requests.at(-1) === 'onlogin 200');
  await run.page.tap({ text: '取消' });
  expect(run.requests.filter((line) => line.startsWith('setuserinfo'))).toEqual(['setuserinfo cut']);
  await run.relaunch();
  expect(run.page.find('.person-name').text()).toBe('小满同学');
});

test('the next save is refused: the profile stays unconfirmed', async () => {
  const run = await inTheDark();
  const refused = { kind: 'respond', status: 400, body: '{"code":0,"msg":"no"}', times: 1 } as const;
  run.world.addFault({ on: 'setuserinfo', ...refused });
  await run.type('满满');
  await run.page.tap({ text: '保存' });
  await run.type('满');
  await run.page.tap({ text: '取消' });
  expect(run.page.find('.person-name').text()).toBe('小满同学');
});
