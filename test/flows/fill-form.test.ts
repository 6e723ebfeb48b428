/** The current flow: consent to the privacy contract → avatar → nickname → save. */
import type { ApiRequest } from '../../mock-server/types';
import { agreed, pickAvatar, save } from '../support/fill-form';
import { type Run, useStage } from '../support/stage';

const begin = useStage();

/** Records the body of every later `setuserinfo`. */
function recordForms(run: Run): Promise<FormData>[] {
  const forms: Promise<FormData>[] = [];
  const { handle } = run.world;
  run.world.handle = (request: ApiRequest) => {
    if (request.method === 'POST') {
      const headers = { 'content-type': request.headers['content-type'] ?? '' };
      forms.push(new Response(Uint8Array.from(request.body ?? []), { headers }).formData());
    }
    return handle(request);
  };
  return forms;
}

test('avatar, nickname and signature are uploaded and shown', async () => {
  const run = await begin('guest');
  const forms = recordForms(run);
  await pickAvatar(run);
  expect(run.page.find('.face-picture').attribute('src')).toMatch(/^wxfile:/);
  await run.type(' 林深时见鹿 ');
  await run.type('　山中何事？ ', 'title');
  await run.page.tap(save);

  expect(run.requests).toEqual(['onlogin 200', 'setuserinfo 200']);
  const form = await forms[0];
  expect([...(form?.keys() ?? [])].sort()).toEqual(['avatar', 'info_json', 'rd3_session']);
  expect(JSON.parse(String(form?.get('info_json')))).toEqual({ nickName: '林深时见鹿', title: '山中何事？' });
  expect(run.isLogin).toBe(1);
  expect(run.toasts).toEqual(['已保存']);
  expect(run.page.find('.person-name').text()).toBe('林深时见鹿');
  expect(run.page.find('.person-title').text()).toBe('山中何事？');
  // A temporary path is only valid on this phone, so the page shows the server's address.
  expect(run.page.find('.avatar').attribute('src')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/avatars\//);
  await run.relaunch();
  expect(run.page.find('.person-name').text()).toBe('林深时见鹿');
});

test('a nickname alone is enough, and is sent without a file', async () => {
  const run = await begin('guest', agreed);
  const forms = recordForms(run);
  await run.type('鹿');
  await run.page.tap(save);
  expect(run.isLogin).toBe(1);
  expect(run.page.find('.avatar').attribute('src')).toBe('/assets/avatar.svg');
  expect([...((await forms[0])?.keys() ?? [])].sort()).toEqual(['info_json', 'rd3_session']);
});

test.each([
  ['', '请填写昵称'],
  [' 　 ', '请填写昵称'],
  ['鹿'.repeat(33), '昵称最多 32 个字'],
  ['🦌'.repeat(33), '昵称最多 32 个字'],
  ['微信用户', '这是微信的默认昵称，请换一个'],
])('the nickname %j gets an error beside the field, and is not sent', async (name, problem) => {
  const run = await begin('guest', agreed);
  await run.type(name);
  await run.page.tap(save);
  expect(run.page.findAll('.problem').map((one) => one.text())).toEqual([problem]);
  expect(run.requests).toEqual(['onlogin 200']);
  expect(run.isLogin).toBe(2);

  await run.type('鹿');
  expect(run.page.findAll('.problem')).toEqual([]);
  await run.page.tap(save);
  expect(run.isLogin).toBe(1);
});

test.each(['鹿', '🦌'.repeat(32), '林'.repeat(32)])(
  'the nickname %j is accepted by the form and by the server',
  async (name) => {
    const run = await begin('guest', agreed);
    await run.type(name);
    await run.page.tap(save);
    expect(run.requests).toEqual(['onlogin 200', 'setuserinfo 200']);
    expect(run.page.find('.person-name').text()).toBe(name);
  },
);

test('a signature of more than 100 characters gets an error, one of 100 is accepted', async () => {
  const run = await begin('guest', agreed);
  await run.type('鹿');
  await run.type('🌲'.repeat(50) + '山'.repeat(51), 'title');
  await run.page.tap(save);
  expect(run.page.find('.problem').text()).toBe('签名最多 100 个字');
  await run.type('山'.repeat(100), 'title');
  await run.page.tap(save);
  expect(run.isLogin).toBe(1);
});

test("微信用户 with the user's own picture counts as a profile", async () => {
  const run = await begin('guest');
  await pickAvatar(run);
  await run.type('微信用户');
  await run.page.tap(save);
  expect(run.isLogin).toBe(1);
  await run.relaunch();
  expect(run.isLogin).toBe(1);
});

test('the submitted nickname counts: a suggested one fires no input event', async () => {
  const run = await begin('guest', agreed);
  await run.page.pickNickname('[name=nickName]', '林小满');
  await run.page.tap(save);
  expect(run.page.find('.person-name').text()).toBe('林小满');
});

test('a nickname without any event also counts', async () => {
  const run = await begin('guest', { phone: { ...agreed.phone, sdkVersion: '2.28.0' } });
  await run.page.fire('form', 'submit', { value: { nickName: '鹿', title: '' } });
  expect(run.page.find('.person-name').text()).toBe('鹿');
});

test('after a save without a name the avatar is kept, and only the name is missing', async () => {
  const run = await begin('guest');
  await pickAvatar(run);
  const chosen = run.page.find('.face-picture').attribute('src');
  await run.page.tap(save);
  expect(run.page.find('.problem').text()).toBe('请填写昵称');
  await run.stage.hide();
  await run.stage.show();
  expect(run.page.find('.face-picture').attribute('src')).toBe(chosen);
  await run.type('鹿');
  await run.page.tap(save);
  expect(run.requests).toEqual(['onlogin 200', 'setuserinfo 200']);
  expect(run.page.data.avatarUrl).not.toBe('');
});

test('the input of an unfinished form is kept when the page closes', async () => {
  const run = await begin('guest', agreed);
  const second = await run.stage.open(run.page.route);
  await pickAvatar(run);
  await run.type('鹿');
  await run.stage.back();
  expect(run.page).not.toBe(second);
  expect(run.page.find('[name=nickName]').value).toBe('鹿');
  await run.page.tap(save);
  expect(run.isLogin).toBe(1);
  expect(run.page.data.avatarUrl).not.toBe('');
});

test.each(['cancel', 'rejected'] as const)(
  'an avatar sheet that ends without a picture (%s) changes nothing',
  async (how) => {
    const run = await begin('guest', agreed);
    await run.type('鹿');
    const before = run.page.snapshot();
    await run.page.tap({ text: '选择头像' });
    const sheet = run.phone.screen.get('avatar');
    if (how === 'cancel') sheet.cancel();
    else sheet.usePicture({ bytes: new Uint8Array(8), type: 'image/png', rejected: true });
    await run.stage.settle();
    expect(run.page.snapshot()).toBe(before);
    expect(run.page.find('[name=nickName]').value).toBe('鹿');
  },
);
