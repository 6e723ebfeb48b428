/** Today's flow: consent to the privacy contract → avatar → nickname → save. */
import { type Run, useStage } from '../support/stage';

const begin = useStage();

async function pickAvatar(run: Run): Promise<void> {
  await run.page.tap({ text: '选择头像' });
  if (run.page.findAll('.sheet').length > 0) await run.page.tap({ text: '同意' });
  run.phone.screen.get('avatar').useWechat();
  await run.stage.settle();
}

test('avatar and nickname are filled in, uploaded, and shown from then on', async () => {
  const run = await begin('guest-fill');
  await pickAvatar(run);
  expect(run.page.find('.field-avatar').visible).toBe(true);
  await run.page.input('input[name=nickName]', ' 林深时见鹿 ');
  await run.page.tap({ text: '保存' });

  expect(run.requests).toEqual(['onlogin 200', 'setuserinfo 200']);
  expect(run.isLogin).toBe(1);
  expect(run.toasts).toEqual(['授权成功']);
  expect(run.page.find('.person-name').text()).toBe('林深时见鹿');
  // The temporary path is good on this phone only; what is shown is the server's address.
  expect(run.page.find('.avatar').attribute('src')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/avatars\//);
  await run.relaunch();
  expect(run.page.find('.person-name').text()).toBe('林深时见鹿');
});

test('a nickname alone is enough', async () => {
  const run = await begin('guest-fill');
  await run.page.input('input[name=nickName]', '鹿');
  await run.page.tap({ text: '保存' });
  expect(run.isLogin).toBe(1);
  expect(run.page.find('.avatar').attribute('src')).toBe('/assets/avatar.svg');
});

test.each(['', '   ', '微信用户'])('the name %j without an avatar is not sent', async (name) => {
  const run = await begin('guest-fill');
  await run.page.input('input[name=nickName]', name);
  await run.page.tap({ text: '保存' });
  expect(run.requests).toEqual(['onlogin 200']);
  expect(run.page.has('请填写你的昵称')).toBe(true);
});

test('the privacy contract: asked when it is needed, named, readable, and a no can be taken back', async () => {
  const run = await begin('guest-fill');
  expect(run.page.findAll('.sheet')).toEqual([]);
  await run.page.tap({ text: '选择头像' });
  expect(run.page.find('.sheet').text()).toContain('《小程序隐私保护指引》');
  await run.page.tap({ text: '《小程序隐私保护指引》' });
  run.phone.screen.get('contract').back();
  await run.stage.settle();

  await run.page.tap({ text: '拒绝' });
  expect(run.page.findAll('.sheet')).toEqual([]);
  expect(run.phone.screen.items).toEqual([]);
  expect(run.page.has('未同意隐私保护指引')).toBe(true);

  await pickAvatar(run);
  expect(run.page.find('.field-avatar').visible).toBe(true);
  expect(run.page.has('未同意隐私保护指引')).toBe(false);
});

test('cancelling the choice of an avatar changes nothing', async () => {
  const run = await begin('guest-fill', { phone: { privacy: { needAuthorization: false } } });
  await run.page.tap({ text: '选择头像' });
  run.phone.screen.get('avatar').cancel();
  await run.stage.settle();
  expect(run.page.findAll('.field-avatar')).toEqual([]);
  expect(run.isLogin).toBe(2);
});

test('a save that fails keeps what was filled in, and 重试 sends it', async () => {
  const run = await begin('guest-fill');
  const mend = run.world.addFault({ on: 'setuserinfo', kind: 'cut-before' });
  await run.page.input('input[name=nickName]', '鹿');
  await run.page.tap({ text: '保存' });
  expect(run.isLogin).toBe(2);
  expect(run.page.find('input[name=nickName]').value).toBe('鹿');
  mend();
  await run.page.tap({ text: '重试' });
  expect(run.isLogin).toBe(1);
});

test('a picture that is too large is refused with words', async () => {
  const run = await begin('guest-fill', { phone: { privacy: { needAuthorization: false } } });
  await run.page.tap({ text: '选择头像' });
  run.phone.screen.get('avatar').usePicture({ bytes: new Uint8Array(2 * 1024 * 1024), type: 'image/png' });
  await run.stage.settle();
  await run.page.input('input[name=nickName]', '鹿');
  await run.page.tap({ text: '保存' });
  expect(run.requests).toEqual(['onlogin 200', 'setuserinfo 413']);
  expect(run.page.has('图片太大了')).toBe(true);
  expect(run.isLogin).toBe(2);
});
