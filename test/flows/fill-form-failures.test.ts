/** Failures of the form: the user's input is kept, and each error is shown beside its field. */
import { agreed, pickAvatar, save } from '../support/fill-form';
import { useStage } from '../support/stage';
import { until } from '../support/until';

const begin = useStage();

test('a failed choice keeps the picture that was chosen before', async () => {
  const run = await begin('fill-half-done');
  await pickAvatar(run);
  const chosen = run.page.find('.face-picture').attribute('src');
  await run.page.fire('.face', 'chooseavatar', {
    errMsg: 'chooseAvatar:fail privacy permission is not authorized',
  });
  expect(run.page.find('.face-picture').attribute('src')).toBe(chosen);
});

test('a failed save keeps the input, and 重试 sends it', async () => {
  const run = await begin('guest', agreed);
  await pickAvatar(run);
  await run.type('鹿');
  const mend = run.world.addFault({ on: 'setuserinfo', kind: 'cut-before' });
  await run.page.tap(save);
  expect(run.isLogin).toBe(2);
  expect(run.page.find('[name=nickName]').value).toBe('鹿');
  expect(run.page.find('.face-picture').attribute('src')).toMatch(/^wxfile:/);
  mend();
  await run.page.tap({ text: '重试' });
  expect(run.isLogin).toBe(1);
  expect(run.page.data.avatarUrl).not.toBe('');
});

test('a failed save is sent when the network is back, unless the user edits the form', async () => {
  const run = await begin('guest', agreed);
  await run.type('鹿');
  run.phone.setOnline(false);
  await run.page.tap(save);
  expect(run.page.find('.notice').visible).toBe(true);
  await run.page.fire('[name=nickName]', 'input', { value: '鹿鹿' });
  expect(run.page.findAll('.notice')).toEqual([]);
  run.phone.setOnline(true);
  await run.stage.settle();
  expect(run.requests).toEqual(['onlogin 200']);

  run.phone.setOnline(false);
  await run.type('鹿鹿');
  await run.page.tap(save);
  run.phone.setOnline(true);
  await run.stage.settle();
  expect(run.page.find('.person-name').text()).toBe('鹿鹿');
});

test('a picture that is too large gets an error beside it; another one is accepted', async () => {
  const run = await begin('guest', agreed);
  await run.page.tap({ text: '选择头像' });
  run.phone.screen.get('avatar').usePicture({ bytes: new Uint8Array(2 * 1024 * 1024), type: 'image/png' });
  await run.stage.settle();
  await run.type('鹿');
  await run.page.tap(save);
  expect(run.requests).toEqual(['onlogin 200', 'setuserinfo 413']);
  expect(run.page.find('.problem-face').text()).toBe('图片太大了，请换一张小一些的');
  expect(run.page.findAll('.notice')).toEqual([]);
  expect(run.page.find('[name=nickName]').value).toBe('鹿');

  await pickAvatar(run);
  expect(run.page.findAll('.problem')).toEqual([]);
  await run.page.tap(save);
  expect(run.isLogin).toBe(1);
});

test('a file that is not a picture gets an error beside it, without 重试', async () => {
  const run = await begin('guest', agreed);
  await run.page.tap({ text: '选择头像' });
  run.phone.screen.get('avatar').usePicture({ bytes: new Uint8Array([1, 2, 3]), type: 'image/png' });
  await run.stage.settle();
  await run.type('鹿');
  await run.page.tap(save);
  expect(run.requests).toEqual(['onlogin 200', 'setuserinfo 400']);
  expect(run.page.find('.problem-face').text()).toBe('这张图片无法使用，请换一张');
  expect(run.page.findAll('.notice')).toEqual([]);
  await pickAvatar(run);
  await run.page.tap(save);
  expect(run.isLogin).toBe(1);
});

test('a second submit does not save a second time', async () => {
  const run = await begin('guest', agreed);
  await run.type('鹿');
  const form = run.page.find('form');
  await run.page.tap(save, { settle: false });
  await until(() => run.page.data.saving === true);
  await form.fire('submit', { value: { nickName: '鹿', title: '' } });
  expect(run.requests).toEqual(['onlogin 200', 'setuserinfo 200']);
});

test('a login that the server refuses during a save does not refuse the form: 重试 sends it again', async () => {
  const run = await begin('guest', agreed);
  await pickAvatar(run);
  await run.type('鹿');
  await run.world.expireSessions();
  const mend = run.world.addFault({
    on: 'onlogin',
    kind: 'respond',
    status: 400,
    body: '{"code":0,"msg":"x"}',
  });
  await run.page.tap(save);
  expect(run.requests).toEqual(['onlogin 200', 'setuserinfo 401', 'onlogin 400']);
  expect(run.page.findAll('.problem')).toEqual([]);
  expect(run.page.find('[name=nickName]').value).toBe('鹿');
  mend();
  await run.page.tap({ text: '重试' });
  expect(run.page.find('.person-name').text()).toBe('鹿');
  expect(run.requests.slice(3)).toEqual(['setuserinfo 401', 'onlogin 200', 'setuserinfo 200']);
});
