/** The user on a second device: the page shows the server's profile, and an edit changes only the edited fields. */
import { testAccounts } from '../../mock-server/wechat/accounts';
import { type Run, useStage } from '../support/stage';
import { until } from '../support/until';

const begin = useStage();
const agreed = { phone: { privacy: { needAuthorization: false } } };

/** Saves a profile from another device of the user. */
async function elsewhere({ world }: Run, info: Record<string, string>): Promise<void> {
  const code = await world.wechat.issueCode('lin');
  const login = await fetch(`http://127.0.0.1:3000/api/index/onlogin?code=${code}`);
  const { rd3_session } = (await login.json()) as { rd3_session: string };
  const body = new URLSearchParams({ rd3_session, info_json: JSON.stringify(info) });
  await fetch('http://127.0.0.1:3000/api/index/setuserinfo', { method: 'POST', body });
}

/** Deletes the profile on the server, like an administrator. */
async function deleteProfile({ world }: Run): Promise<void> {
  const openid = testAccounts('').find(({ id }) => id === world.phone.account)?.openid ?? '';
  await world.store.updateUser(openid, (user) => {
    if (user === null) throw new Error('the server does not know the person');
    return { ...user, profile: null };
  });
}

test('a name changed elsewhere is shown after the next check, without a login', async () => {
  const run = await begin('member', agreed);
  await elsewhere(run, { nickName: '在电脑上改的名字' });
  await run.relaunch();
  expect(run.page.find('.person-name').text()).toBe('在电脑上改的名字');
  expect(run.calls('login')).toBe(0);
  expect(run.reads).toEqual(['userinfo 200', 'userinfo 200']);
  expect(run.phone.storage.user_info).toMatchObject({ value: { nickName: '在电脑上改的名字' } });
});

test('a profile deleted on the server is removed from page and cache after the next check', async () => {
  const run = await begin('member', agreed);
  await deleteProfile(run);
  await run.relaunch();
  expect(run.isLogin).toBe(2);
  expect(run.page.has('林小满')).toBe(false);
  expect(run.phone.storage.user_info).toBeUndefined();
  expect(run.calls('login')).toBe(0);
});

test('a profile deleted after a login is removed by the answer that brings the phone number', async () => {
  const run = await begin('returning', {
    phone: {
      ...agreed.phone,
      fetch: async (url, init) => {
        if (String(url).includes('userinfo?')) await deleteProfile(run);
        return globalThis.fetch(url, init);
      },
    },
    open: false,
  });
  await run.stage.open('pages/user/user');
  expect(run.reads).toEqual(['userinfo 200']);
  expect(run.isLogin).toBe(2);
  expect(run.phone.storage.user_info).toBeUndefined();
});

const MEMBER = { isLogin: 1, name: '在电脑上改的名字' };

/** Sends a request of the app. */
const ask = (run: Run) => {
  const { auth } = run.stage.app as unknown as { auth: { request(options: object): Promise<unknown> } };
  return auth.request({ url: '/api/index/userinfo' });
};
const shown = (run: Run) => ({ isLogin: run.isLogin, name: run.page.find('.person-name').text() });

test.each([
  ['a request of the app', ask],
  [
    'binding a phone number',
    async (run: Run) => {
      await run.page.tap({ text: '一键绑定' });
      run.phone.screen.get('phone-number').allow();
    },
  ],
])('%s needs a login: the returned profile is shown and cached', async (_what, act) => {
  const run = await begin('member', agreed);
  await elsewhere(run, { nickName: MEMBER.name });
  await run.world.expireSessions();
  await act(run);
  await run.stage.settle();
  expect([run.calls('login'), shown(run)]).toEqual([1, MEMBER]);
  expect(run.phone.storage.user_info).toMatchObject({ value: { nickName: MEMBER.name } });
});

test('such a login reports during an edit that the profile was deleted: the form stays, and sends all fields', async () => {
  const run = await begin('member', agreed);
  await run.page.tap({ text: '编辑' });
  await deleteProfile(run);
  await run.world.expireSessions();
  await ask(run);
  await run.stage.settle();
  expect([run.isLogin, run.page.has('完善资料')]).toEqual([2, true]);
  await run.type('新的一天', 'title');
  await run.page.tap({ text: '保存' });
  expect(shown(run)).toEqual({ isLogin: 1, name: '林小满' });
});

test('an edit is refused because the profile was deleted: 重试 detects this, and the form explains it', async () => {
  const run = await begin('member', agreed);
  await run.page.tap({ text: '编辑' });
  await run.type('微信用户');
  await deleteProfile(run);
  // This name is valid with the avatar that the deleted profile had.
  await run.page.tap({ text: '保存' });
  expect(run.page.find('.notice').text()).toContain('操作没有成功');
  await run.page.tap({ text: '重试' });
  expect(run.page.findAll('.notice')).toEqual([]);
  expect(run.requests.filter((one) => one.startsWith('setuserinfo'))).toEqual(['setuserinfo 400']);
  await run.page.tap({ text: '保存' });
  expect(run.page.text()).toContain('这是微信的默认昵称');
  await run.type('小满');
  await run.page.tap({ text: '保存' });
  expect(shown(run)).toEqual({ isLogin: 1, name: '小满' });
});

test('such a login after an unanswered launch removes the notice', async () => {
  const run = await begin('member', agreed);
  await elsewhere(run, { nickName: MEMBER.name });
  run.world.addFault({ on: 'check_3rdsession', kind: 'cut-before', times: 1 });
  await run.relaunch();
  expect(run.page.find('.notice-text').text()).toContain('显示的是上次的资料');
  await run.world.expireSessions();
  await ask(run);
  await run.stage.settle();
  expect([run.state.notice, shown(run)]).toEqual([null, MEMBER]);
});

test('such a login reports a blocked account: the profile is hidden, customer service is offered', async () => {
  const run = await begin('member', agreed);
  await run.world.expireSessions();
  run.world.addFault({ on: 'onlogin', kind: 'respond', status: 403, body: '{"code":0,"msg":"blocked"}' });
  await expect(ask(run)).rejects.toThrow('该账号暂时无法使用，如有疑问请联系客服');
  await run.stage.settle();
  expect([run.isLogin, run.state.ask, run.page.has('联系客服')]).toEqual([2, 'contact', true]);
  expect(run.phone.storage.user_info).toBeUndefined();
});

test('an edit of the signature does not change a newer name on the server', async () => {
  const run = await begin('member', agreed);
  await elsewhere(run, { nickName: '在电脑上改的名字' });
  await run.page.tap({ text: '编辑' });
  await run.type('新的一天', 'title');
  await run.page.tap({ text: '保存' });
  expect(run.page.find('.person-name').text()).toBe('在电脑上改的名字');
  expect(run.page.find('.person-title').text()).toBe('新的一天');
});

test.each(['\u200b', '\u3164', '\u2800', '\u0007\u200d', ' \u3000\ufeff '])(
  'the invisible name %j is refused by page and server',
  async (name) => {
    const run = await begin('guest', agreed);
    await run.type(name);
    await run.page.tap({ text: '保存' });
    expect(run.page.find('.problem').text()).toBe('请填写昵称');
    const { value } = run.phone.storage.rd3_session as { value: string };
    const body = new URLSearchParams({ rd3_session: value, info_json: JSON.stringify({ nickName: name }) });
    const answer = await fetch('http://127.0.0.1:3000/api/index/setuserinfo', { method: 'POST', body });
    expect(answer.status).toBe(400);
  },
);

test("the server's Chinese text about a name is shown beside it; its English text is not", async () => {
  const run = await begin('guest', agreed);
  const refuse = (msg: string) =>
    run.world.addFault({
      on: 'setuserinfo',
      kind: 'respond',
      status: 400,
      contentType: 'application/json',
      body: JSON.stringify({ code: 0, msg }),
      times: 1,
    });
  refuse('info_json.nickName: 昵称含有违规内容');
  await run.type('鹿');
  await run.page.tap({ text: '保存' });
  expect(run.page.find('.problem').text()).toBe('昵称含有违规内容');
  expect(run.page.has('重试')).toBe(false);
  refuse('info_json.nickName: 微信用户 with the grey avatar is not a profile; ask the user');
  await run.type('鹿鹿');
  await run.page.tap({ text: '保存' });
  expect(run.page.findAll('.problem')).toEqual([]);
  expect(run.page.find('.notice-text').text()).toBe('操作没有成功，请重试');
});

test("a refused word: the server's text is shown beside the field, and another text is saved", async () => {
  const run = await begin('guest', agreed);
  await run.type('违规小店');
  await run.page.tap({ text: '保存' });
  expect(run.page.find('.problem').text()).toBe('昵称含有违规内容');
  expect(run.page.has('重试')).toBe(false);
  await run.type('小店');
  await run.type('代开发票', 'title');
  await run.page.tap({ text: '保存' });
  expect(run.page.find('.problem').text()).toBe('签名含有违规内容');
  await run.type('卖茶', 'title');
  await run.page.tap({ text: '保存' });
  expect(run.page.find('.person-name').text()).toBe('小店');
});

test('an avatar that failed to load is retried when the page shows or the network returns', async () => {
  const run = await begin('member', agreed);
  const avatar = () => run.page.find('.avatar').attribute('src');
  await run.page.fire('.avatar', 'error');
  expect(avatar()).toBe('/assets/avatar.svg');
  await run.page.tap({ text: '待支付订单' });
  await run.stage.back();
  expect(avatar()).toMatch(/wechat-lin\.png$/);
  await run.page.fire('.avatar', 'error');
  run.phone.setOnline(false);
  run.phone.setOnline(true);
  await run.stage.settle();
  expect(avatar()).toMatch(/wechat-lin\.png$/);
});

test('after a logout the user stays logged out until a tap on 登录', async () => {
  const run = await begin('member', agreed);
  const { value } = run.phone.storage.rd3_session as { value: string };
  (run.stage.app as unknown as { auth: { logout(): void } }).auth.logout();
  await run.stage.settle();
  expect(run.page.has('已退出登录')).toBe(true);
  const check = await fetch(`http://127.0.0.1:3000/api/index/check_3rdsession?rd3_session=${value}`);
  expect(await check.json()).toBe(false);
  await run.relaunch();
  expect(run.calls('login')).toBe(0);
  await run.page.tap({ text: '登录' });
  expect(run.page.find('.person-name').text()).toBe('林小满');
});

test('a logout during a login: the new session is ended and not stored', async () => {
  const run = await begin('guest', agreed);
  const logout = () => (run.stage.app as unknown as { auth: { logout(): void } }).auth.logout();
  logout();
  await run.stage.settle();
  run.world.addFault({ on: 'onlogin', kind: 'delay', ms: 3000 });
  await run.page.tap({ text: '登录' }, { settle: false });
  await until(() => run.calls('request') > 3);
  logout();
  await run.stage.settle();
  expect(run.page.has('已退出登录')).toBe(true);
  expect(run.phone.storage.rd3_session).toBeUndefined();
  expect(run.requests.slice(-2)).toEqual(['onlogin 200', 'logout 200']);
  expect(await run.world.store.countSessions()).toBe(0);
});
