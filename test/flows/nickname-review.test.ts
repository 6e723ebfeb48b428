/** WeChat reviews a nickname some time after its field loses focus. A refused name is never saved. */
import type { Phone } from '../../simulator';
import { isOldPhone } from '../support/old-phone';
import { type Run, useStage } from '../support/stage';
import { until } from '../support/until';

const begin = useStage();
const rejection = '这个昵称没有通过微信的审核，请换一个';
const agreed = { privacy: { needAuthorization: false } };

/** A phone whose reviews never end by themselves. */
const silent = (_world: unknown, phone: Phone) => {
  Object.assign(phone, { reviewNickname: () => new Promise(() => {}) });
};

/** Types a name and taps 保存 before the review ends. */
async function saveAtOnce(run: Run, name: string): Promise<void> {
  await run.page.input('[name=nickName]', name, { settle: false });
  await run.page.tap({ text: '保存' }, { settle: false });
  await until(() => run.page.data.saving === true || run.page.findAll('.sheet').length > 0);
}

const verdict = (run: Run, pass: boolean, timeout = false) =>
  run.page.fire('[name=nickName]', 'nicknamereview', { pass, timeout });

test('a refused name is cleared and explained beside the field; another one is saved', async () => {
  const run = await begin('nickname-rejected');
  await run.play(run.world.scenario.steps ?? []);
  expect(run.page.find('.problem').text()).toBe(rejection);
  expect(run.page.find('[name=nickName]').value).toBe('');
  await run.page.tap({ text: '保存' });
  expect(run.requests).toEqual(['onlogin 200']);

  await run.type('小满');
  expect(run.page.findAll('.problem')).toEqual([]);
  await run.page.tap({ text: '保存' });
  expect(run.page.find('.person-name').text()).toBe('小满');
});

test('保存 waits for the verdict: a refused name is not sent, and the form stays', async () => {
  const run = await begin('guest', { phone: agreed, before: silent });
  await saveAtOnce(run, '官方客服');
  expect(run.page.data.saving).toBe(true);
  expect(run.requests).toEqual(['onlogin 200']);
  await verdict(run, false);
  expect(run.requests).toEqual(['onlogin 200']);
  expect(run.page.data.saving).toBe(false);
  expect(run.page.find('.problem').text()).toBe(rejection);
  expect(run.state.draft).toMatchObject({ nickName: '' });
});

test('保存 waits for the verdict: an accepted name is sent once', async () => {
  const run = await begin('guest', { phone: agreed, before: silent });
  await saveAtOnce(run, '鹿');
  await verdict(run, true);
  expect(run.requests).toEqual(['onlogin 200', 'setuserinfo 200']);
  expect(run.page.find('.person-name').text()).toBe('鹿');
});

test('a review that times out does not refuse the name', async () => {
  const run = await begin('guest', { phone: agreed, before: silent });
  await saveAtOnce(run, '鹿');
  await verdict(run, false, true);
  expect(run.isLogin).toBe(1);
});

test('a review without an answer delays a save for a limited time', async () => {
  // On an old phone each promise is a timer, so the fake time also advances by itself.
  const most = isOldPhone ? 1000 : 1499;
  jest.useFakeTimers({
    doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'Date'],
    advanceTimers: isOldPhone,
  });
  try {
    const run = await begin('guest', { phone: agreed, before: silent });
    await saveAtOnce(run, '鹿');
    jest.advanceTimersByTime(most);
    await run.stage.settle();
    expect(run.requests).toEqual(['onlogin 200']);
    jest.advanceTimersByTime(1500 - most);
    await run.stage.settle();
    expect(run.requests).toEqual(['onlogin 200', 'setuserinfo 200']);
  } finally {
    jest.useRealTimers();
  }
});

test('取消 ends the wait: nothing is sent, for any verdict', async () => {
  const run = await begin('guest', { phone: agreed, before: silent });
  await saveAtOnce(run, '鹿');
  await run.page.tap({ text: '取消' });
  expect(run.page.data.saving).toBe(false);
  await verdict(run, true);
  expect(run.requests).toEqual(['onlogin 200']);
  expect(run.page.find('[name=nickName]').value).toBe('鹿');
  await run.page.tap({ text: '保存' });
  expect(run.isLogin).toBe(1);
});

test.each([
  ['a base library before 2.29.1, which fires no nicknamereview', { ...agreed, sdkVersion: '2.28.0' }],
  ['a name typed before the privacy contract was agreed to, which is not reviewed', {}],
])('no wait on %s', async (_what, phone) => {
  const run = await begin('guest', { phone, before: silent });
  await saveAtOnce(run, '鹿');
  if (run.page.findAll('.sheet').length > 0) await run.page.tap({ text: '同意' });
  await run.stage.settle();
  expect(run.isLogin).toBe(1);
});

test('no wait when consent came with the avatar, after the name was typed', async () => {
  const run = await begin('guest', { before: silent });
  await run.page.input('[name=nickName]', '鹿');
  await run.page.tap({ text: '选择头像' });
  await run.page.tap({ text: '同意' });
  run.phone.screen.get('avatar').useWechat();
  await run.stage.settle();
  await run.page.tap({ text: '保存' });
  expect(run.isLogin).toBe(1);
});
