/** Consent to the privacy contract: requested when it is needed, in the page's own sheet. A refusal can be changed. */
import { useStage } from '../support/stage';

const begin = useStage();
const refusal = '未同意隐私保护指引，暂时不能选择头像、绑定手机号或保存资料';

test('the contract is not shown before the user touches a control that needs it', async () => {
  const run = await begin('guest');
  await run.type('鹿');
  await run.type('山', 'title');
  expect(run.page.findAll('.sheet')).toEqual([]);
});

test('the sheet names the contract, and opens it', async () => {
  const run = await begin('guest', {
    phone: { privacy: { needAuthorization: true, contractName: '《小满隐私约定》' } },
  });
  await run.page.tap({ text: '选择头像' });
  const sheet = run.page.find('.sheet');
  expect(sheet.attribute('aria-role')).toBe('dialog');
  expect(sheet.find({ text: '同意' }).attribute('open-type')).toBe('agreePrivacyAuthorization');
  await run.page.tap({ text: '《小满隐私约定》' });
  run.phone.screen.get('contract').back();
  await run.stage.settle();
  expect(run.page.find('.sheet').visible).toBe(true);
});

test('after consent the waiting call continues, and the contract is not shown again', async () => {
  const run = await begin('guest');
  await run.page.tap({ text: '选择头像' });
  expect(run.phone.screen.items).toEqual([]);
  await run.page.tap({ text: '同意' });
  expect(run.page.findAll('.sheet')).toEqual([]);
  run.phone.screen.get('avatar').useWechat();
  await run.stage.settle();
  await run.type('鹿');
  await run.page.tap({ text: '保存' });
  expect(run.isLogin).toBe(1);
});

test('after a refusal the page explains what is blocked; 重新选择 asks again and unblocks it', async () => {
  const run = await begin('guest');
  await run.page.tap({ text: '选择头像' });
  await run.page.tap({ text: '拒绝' });
  expect(run.page.findAll('.sheet')).toEqual([]);
  expect(run.phone.screen.items).toEqual([]);
  expect(run.page.find('.notice-text').text()).toBe(refusal);

  await run.page.tap({ text: '重新选择' });
  await run.page.tap({ text: '同意' });
  expect(run.page.findAll('.notice')).toEqual([]);
  expect(run.phone.screen.items).toEqual([]);
  await run.page.tap({ text: '选择头像' });
  run.phone.screen.get('avatar').useWechat();
  await run.stage.settle();
  expect(run.page.has('更换头像')).toBe(true);
});

test('the user can refuse again, and each control asks again', async () => {
  const run = await begin('privacy-refused');
  await run.play(run.world.scenario.steps ?? []);
  await run.page.tap({ text: '重新选择' });
  await run.page.tap({ text: '拒绝' });
  expect(run.page.find('.notice-text').text()).toBe(refusal);
  await run.page.tap({ text: '选择头像' });
  await run.page.tap({ text: '同意' });
  expect(run.page.findAll('.notice')).toEqual([]);
  run.phone.screen.get('avatar').cancel();
});

test('no input leaves the phone before consent; after it the save continues by itself', async () => {
  const run = await begin('guest');
  await run.type('鹿');
  await run.page.tap({ text: '保存' });
  expect(run.page.find('.sheet').visible).toBe(true);
  expect(run.requests).toEqual(['onlogin 200']);
  await run.page.tap({ text: '拒绝' });
  expect(run.requests).toEqual(['onlogin 200']);
  expect(run.page.find('.notice-text').text()).toBe(refusal);
  expect(run.page.find('[name=nickName]').value).toBe('鹿');

  await run.page.tap({ text: '保存' });
  await run.page.tap({ text: '同意' });
  expect(run.requests).toEqual(['onlogin 200', 'setuserinfo 200']);
  expect(run.isLogin).toBe(1);
});

test('several waiting calls share one sheet and one answer', async () => {
  const run = await begin('guest');
  const answers: string[] = [];
  const note = ({ errMsg }: { errMsg: string }) => answers.push(errMsg);
  await run.page.tap({ text: '选择头像' });
  run.phone.wx.requirePrivacyAuthorize({ success: note, fail: note });
  await run.stage.settle();
  expect(run.page.findAll('.sheet')).toHaveLength(1);
  await run.page.tap({ text: '同意' });
  expect(answers).toEqual(['requirePrivacyAuthorize:ok']);
  expect(run.phone.screen.get('avatar')).toBeDefined();
});

test('a base library before 2.32.3 has no such contract: no sheet', async () => {
  const run = await begin('guest', { phone: { sdkVersion: '2.32.2' } });
  await run.page.tap({ text: '选择头像' });
  run.phone.screen.get('avatar').useWechat();
  await run.stage.settle();
  await run.type('鹿');
  await run.page.tap({ text: '保存' });
  expect(run.isLogin).toBe(1);
});

test('an account without its own contract can still save', async () => {
  const run = await begin('guest', {
    before: (_world, phone) => {
      const requirePrivacyAuthorize = ({ fail }: WechatMiniprogram.RequirePrivacyAuthorizeOption) =>
        fail?.({ errMsg: 'requirePrivacyAuthorize:fail api scope is not declared in the privacy agreement' });
      Object.assign(phone.wx, { requirePrivacyAuthorize });
    },
  });
  await run.page.fire('[name=nickName]', 'blur', { value: '鹿' });
  await run.page.fire('[name=nickName]', 'nicknamereview', { pass: true, timeout: false });
  await run.page.fire('form', 'submit', { value: { nickName: '鹿', title: '' } });
  expect(run.isLogin).toBe(1);
});

test('on a page without the sheet a call that needs consent fails instead of waiting for ever', async () => {
  const run = await begin('member', { phone: { privacy: { needAuthorization: true } } });
  await run.page.tap({ text: '待支付订单' });
  const answers: string[] = [];
  const note = ({ errMsg }: { errMsg: string }) => answers.push(errMsg);
  run.phone.wx.requirePrivacyAuthorize({ success: note, fail: note });
  await run.stage.settle();
  expect(answers).toEqual([expect.stringContaining('privacy permission is not authorized')]);
  await run.stage.back();
  run.phone.wx.requirePrivacyAuthorize({ success: note, fail: note });
  await run.stage.settle();
  await run.page.tap({ text: '同意' });
  expect(answers[1]).toBe('requirePrivacyAuthorize:ok');
});

test('without a page that has the sheet, WeChat’s own dialog asks', async () => {
  const run = await begin('guest', { open: false });
  await run.stage.open('pages/orders/orders');
  const answers: string[] = [];
  const note = ({ errMsg }: { errMsg: string }) => answers.push(errMsg);
  run.phone.wx.requirePrivacyAuthorize({ success: note, fail: note });
  await run.stage.settle();
  run.phone.screen.get('privacy').agree();
  await run.stage.settle();
  expect(answers).toEqual(['requirePrivacyAuthorize:ok']);
});
