/** A save without an answer may be stored on the server, so the next launch asks the server. */
import type { VirtualClock } from '../../simulator/phone/clock';
import { type Run, useStage } from '../support/stage';
import { until } from '../support/until';

const begin = useStage();

/** A fetch that loses the answers to saves once `lost` is set. The server has then stored the save. */
function losing(): { lost: boolean; fetch: typeof globalThis.fetch } {
  const network = {
    lost: false,
    fetch: async (url: RequestInfo | URL, init?: RequestInit) => {
      const response = await globalThis.fetch(url, init);
      return network.lost && init?.method === 'POST' ? new Promise<Response>(() => {}) : response;
    },
  };
  return network;
}

/** Ends the process while the answer to a save is in flight. */
async function killWhileSaving(run: Run): Promise<void> {
  await until(() => run.requests.includes('setuserinfo 200'));
  run.stage.kill();
}

/** Fills in the form and taps 保存; the answer to the save is lost. */
async function saveWithoutAnswer() {
  const network = losing();
  const run = await begin('fill-form', { phone: { fetch: network.fetch } });
  await run.play(run.world.scenario.steps ?? []);
  network.lost = true;
  await run.page.tap({ text: '保存' }, { settle: false });
  return { network, run };
}

test.each(['guest-button', 'guest-profile', 'guest-legacy'])(
  '%s: killed between saving and the answer; the next launch shows the profile',
  async (id) => {
    const network = losing();
    const run = await begin(id, { phone: { fetch: network.fetch } });
    await run.page.tap({ text: '授权登录' });
    network.lost = true;
    run.phone.screen.get('authorize').allow();
    await killWhileSaving(run);
    expect(run.phone.storage.user_info).toBeUndefined();

    network.lost = false;
    await run.relaunch();
    expect(run.isLogin).toBe(1);
    expect(run.page.find('.person-name').text()).toBe('林小满');
    expect(run.requests).toEqual(['onlogin 200', 'setuserinfo 200', 'onlogin 200']);
    expect(run.phone.storage.unconfirmed_save).toBeUndefined();
    await run.relaunch();
    expect(run.requests.slice(3)).toEqual(['check_3rdsession 200']);
  },
);

test('the form, with a picture: the same', async () => {
  const { network, run } = await saveWithoutAnswer();
  await killWhileSaving(run);
  network.lost = false;
  await run.relaunch();
  expect(run.page.find('.person-name').text()).toBe('林深时见鹿');
});

test('a save that timed out is not sent again without a tap', async () => {
  const { network, run } = await saveWithoutAnswer();
  await until(() => run.requests.includes('setuserinfo 200'));
  await (run.phone.clock as VirtualClock).advance(60_000);
  await run.stage.settle();
  expect(run.requests.filter((one) => one.startsWith('setuserinfo'))).toEqual(['setuserinfo 200']);
  network.lost = false;
  await run.page.tap({ text: '重试' });
  expect(run.requests.filter((one) => one.startsWith('setuserinfo'))).toHaveLength(2);
  expect(run.isLogin).toBe(1);
});

test("a member during an edit: the old profile paints first, then the server's", async () => {
  const network = losing();
  const run = await begin('edit-profile', { phone: { fetch: network.fetch } });
  await run.play(run.world.scenario.steps ?? []);
  await run.type('小满同学');
  network.lost = true;
  await run.page.tap({ text: '保存' }, { settle: false });
  await killWhileSaving(run);
  network.lost = false;
  await run.stage.relaunch({ settle: false });
  const page = await run.stage.open('pages/user/user', {}, { settle: false });
  expect(page.find('.person-name').text()).toBe('林小满');
  await run.stage.settle();
  expect(page.find('.person-name').text()).toBe('小满同学');
  expect(page.setDataCalls.at(-1)).toEqual({ nickName: '小满同学' });
});

test('killed before the server got it: the user is asked again', async () => {
  const run = await begin('guest', { phone: { privacy: { needAuthorization: false } } });
  run.world.addFault({ on: 'setuserinfo', kind: 'cut-before', times: 1 });
  await run.type('鹿');
  await run.page.tap({ text: '保存' });
  await run.relaunch();
  expect(run.isLogin).toBe(2);
  expect(run.requests).toEqual(['onlogin 200', 'setuserinfo cut', 'onlogin 200']);
  expect(run.phone.storage.unconfirmed_save).toBeUndefined();
});

test('the next launch has no network either: the mark stays until a launch has one', async () => {
  const run = await begin('guest', { phone: { privacy: { needAuthorization: false } } });
  run.world.addFault({ on: 'setuserinfo', kind: 'cut-after', times: 1 });
  await run.type('鹿');
  await run.page.tap({ text: '保存' });
  run.phone.setOnline(false);
  await run.relaunch();
  expect(run.isLogin).toBe(2);
  run.phone.setOnline(true);
  await run.stage.settle();
  expect(run.page.find('.person-name').text()).toBe('鹿');
});

test.each([
  ['a save that was confirmed', null],
  ['a save that was refused', 400],
])('%s decides the save: the next launch only checks', async (_what, status) => {
  const run = await begin('guest', { phone: { privacy: { needAuthorization: false } } });
  if (status)
    run.world.addFault({ on: 'setuserinfo', kind: 'respond', status, body: '{"code":0,"msg":"no"}' });
  await run.type('鹿');
  await run.page.tap({ text: '保存' });
  expect(run.phone.storage.unconfirmed_save).toBeUndefined();
  await run.relaunch();
  expect(run.requests.at(-1)).toBe('check_3rdsession 200');
  expect(run.calls('login')).toBe(1);
});

test("a cancelled edit after an unanswered save shows the server's profile", async () => {
  const run = await begin('edit-profile');
  await run.play(run.world.scenario.steps ?? []);
  run.world.addFault({ on: 'setuserinfo', kind: 'cut-after', times: 1 });
  await run.type('小满同学');
  await run.page.tap({ text: '保存' });
  await run.page.tap({ text: '取消' });
  expect(run.page.find('.person-name').text()).toBe('小满同学');
  expect(run.phone.storage.unconfirmed_save).toBeUndefined();
});

test('a refused save does not decide an earlier unanswered one', async () => {
  const run = await begin('edit-profile');
  await run.play(run.world.scenario.steps ?? []);
  run.world.addFault({ on: 'setuserinfo', kind: 'cut-after', times: 1 });
  await run.type('小满同学');
  await run.page.tap({ text: '保存' });
  run.world.addFault({ on: 'setuserinfo', kind: 'respond', status: 400, body: '{"code":0,"msg":"no"}' });
  await run.type('满满');
  await run.page.tap({ text: '保存' });
  await run.relaunch();
  expect(run.page.find('.person-name').text()).toBe('小满同学');
});

test("a refusal after an unanswered save: nothing is sent, and coming back shows the server's profile", async () => {
  const run = await begin('guest-profile');
  run.world.addFault({ on: 'setuserinfo', kind: 'cut-after', times: 1 });
  await run.page.tap({ text: '授权登录' });
  run.phone.screen.get('authorize').allow();
  await run.stage.settle();
  await run.page.tap({ text: '授权登录' });
  run.phone.screen.get('authorize').deny();
  await run.stage.settle();
  run.phone.screen.get('modal').cancel();
  await run.stage.settle();
  expect(run.isLogin).toBe(2);
  await run.stage.hide();
  await run.stage.show();
  expect(run.page.find('.person-name').text()).toBe('林小满');
  expect(run.requests).toEqual(['onlogin 200', 'setuserinfo cut', 'onlogin 200']);
});

test('undoing an unanswered change is sent, although this phone sees no difference', async () => {
  const run = await begin('edit-profile');
  await run.play(run.world.scenario.steps ?? []);
  run.world.addFault({ on: 'setuserinfo', kind: 'cut-after', times: 1 });
  await run.type('小满同学');
  await run.page.tap({ text: '保存' });
  await run.type('林小满');
  await run.page.tap({ text: '保存' });
  expect(run.requests.filter((line) => line.startsWith('setuserinfo'))).toEqual([
    'setuserinfo cut',
    'setuserinfo 200',
  ]);
  expect(run.page.find('.person-name').text()).toBe('林小满');
  await run.relaunch();
  expect(run.page.find('.person-name').text()).toBe('林小满');
});
