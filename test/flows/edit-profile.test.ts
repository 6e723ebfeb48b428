/** A logged-in user edits the profile in the same form. */
import type { ApiRequest } from '../../mock-server/types';
import { type Run, useStage } from '../support/stage';

const begin = useStage();
const agreed = { phone: { privacy: { needAuthorization: false } } };

async function edit(id = 'member'): Promise<Run> {
  const run = await begin(id, agreed);
  await run.page.tap({ text: '编辑' });
  return run;
}

/** Records content type and body of every later `setuserinfo`. */
function recordPosts(run: Run): { type: string; body: string }[] {
  const posts: { type: string; body: string }[] = [];
  const { handle } = run.world;
  run.world.handle = (request: ApiRequest) => {
    if (request.method === 'POST') {
      const type = request.headers['content-type']?.split(';')[0] ?? '';
      posts.push({ type, body: new TextDecoder().decode(request.body ?? undefined) });
    }
    return handle(request);
  };
  return posts;
}

test('the form starts with the saved profile, and 取消 closes it without a change', async () => {
  const run = await begin('member', agreed);
  const before = run.page.snapshot();
  await run.page.tap({ text: '编辑' });
  expect(run.page.findAll('.person')).toEqual([]);
  expect(run.page.find('[name=nickName]').value).toBe('林小满');
  expect(run.page.find('[name=title]').value).toBe('今天也要好好吃饭');
  expect(run.page.find('.face-picture').attribute('src')).toMatch(/wechat-lin\.png$/);

  await run.page.tap({ text: '更换头像' });
  run.phone.screen.get('avatar').useWechat();
  await run.stage.settle();
  await run.type('别的名字');
  await run.type('', 'title');
  await run.page.tap({ text: '取消' });
  expect(run.page.snapshot()).toBe(before);
  expect(run.requests).toEqual(['check_3rdsession 200']);

  await run.page.tap({ text: '编辑' });
  expect(run.page.find('[name=nickName]').value).toBe('林小满');
  expect(run.page.find('.face-picture').attribute('src')).toMatch(/wechat-lin\.png$/);
});

test('without a new picture the form has no file, and other fields stay', async () => {
  const run = await edit();
  const posts = recordPosts(run);
  await run.type('小满同学');
  await run.type('新的一天', 'title');
  await run.page.tap({ text: '保存' });
  expect(posts.map(({ type }) => type)).toEqual(['application/x-www-form-urlencoded']);
  expect([...new URLSearchParams(posts[0]?.body).keys()].sort()).toEqual(['info_json', 'rd3_session']);
  expect(run.page.find('.person-name').text()).toBe('小满同学');
  expect(run.page.find('.person-title').text()).toBe('新的一天');
  expect(run.page.data.rows).toContainEqual(
    expect.objectContaining({ label: '地区', value: '中国 广东 深圳' }),
  );
  expect(run.page.find('.avatar').attribute('src')).toMatch(/wechat-lin\.png$/);
  expect(run.toasts).toEqual(['已保存']);
  await run.relaunch();
  expect(run.page.find('.person-name').text()).toBe('小满同学');
});

test('a new picture is uploaded with the form', async () => {
  const run = await edit();
  const posts = recordPosts(run);
  await run.page.tap({ text: '更换头像' });
  run.phone.screen.get('avatar').useWechat();
  await run.stage.settle();
  await run.page.tap({ text: '保存' });
  expect(posts.map(({ type }) => type)).toEqual(['multipart/form-data']);
  expect(run.page.find('.avatar').attribute('src')).toMatch(/\/avatars\/(?!wechat-lin)/);
  expect(run.page.find('.person-name').text()).toBe('林小满');
});

test('the signature can be deleted', async () => {
  const run = await edit();
  await run.type('', 'title');
  await run.page.tap({ text: '保存' });
  expect(run.page.find('.person-title').text()).toBe('这个玩家很懒，什么也没留下');
});

test('保存 without a change only closes the form', async () => {
  const run = await edit();
  await run.page.tap({ text: '保存' });
  expect(run.page.find('.person-name').visible).toBe(true);
  expect(run.requests).toEqual(['check_3rdsession 200']);
  expect(run.toasts).toEqual([]);
});

test('the name cannot be deleted or changed to 微信用户', async () => {
  const run = await edit('no-avatar');
  await run.type('');
  await run.page.tap({ text: '保存' });
  expect(run.page.find('.problem').text()).toBe('请填写昵称');
  await run.type('微信用户');
  await run.page.tap({ text: '保存' });
  expect(run.page.find('.problem').text()).toBe('这是微信的默认昵称，请换一个');
  expect(run.requests).toEqual(['check_3rdsession 200']);
});

test('after a failed save the form keeps its input; 重试 and 保存 both send it', async () => {
  const run = await edit();
  const mend = run.world.addFault({ on: 'setuserinfo', kind: 'cut-before' });
  await run.type('小满同学');
  await run.page.tap({ text: '保存' });
  expect(run.isLogin).toBe(1);
  expect(run.page.find('[name=nickName]').value).toBe('小满同学');
  await run.page.tap({ text: '保存' });
  mend();
  await run.page.tap({ text: '重试' });
  expect(run.page.find('.person-name').text()).toBe('小满同学');
});

test('取消 after a failed save: nothing is sent in the background', async () => {
  const run = await edit();
  run.phone.setOnline(false);
  await run.type('小满同学');
  await run.page.tap({ text: '保存' });
  await run.page.tap({ text: '取消' });
  expect(run.page.find('.person-name').text()).toBe('林小满');
  run.phone.setOnline(true);
  await run.stage.settle();
  expect(run.page.find('.person-name').text()).toBe('林小满');
  expect(run.requests.filter((one) => one.startsWith('setuserinfo'))).toEqual([]);
  expect(run.page.findAll('.notice')).toEqual([]);
});

test("取消 after a stored save without an answer: the page shows the server's profile", async () => {
  const run = await edit();
  run.world.addFault({ on: 'setuserinfo', kind: 'cut-after', times: 1 });
  await run.type('小满同学');
  await run.page.tap({ text: '保存' });
  await run.page.tap({ text: '取消' });
  expect(run.page.find('.person-name').text()).toBe('小满同学');
  expect(run.page.findAll('.notice')).toEqual([]);
});

test('a phone without form support shows no edit button', async () => {
  const run = await begin('member', { phone: { era: 'button', sdkVersion: '2.20.0' } });
  expect(run.page.has('编辑')).toBe(false);
});

test('取消 after a failed save discards it', async () => {
  const run = await edit();
  run.phone.setOnline(false);
  await run.type('小满同学');
  await run.page.tap({ text: '保存' });
  expect(run.page.find('.notice-text').text()).toBe('网络连接不可用，请检查网络后重试');
  const posts = recordPosts(run);
  await run.page.tap({ text: '取消' });
  run.phone.setOnline(true);
  await run.stage.settle();
  expect(posts).toEqual([]);
  expect(run.page.find('.person-name').text()).toBe('林小满');
  expect(run.state.notice).toBeNull();
});
