/** An action that needs a profile, with `user-gate` and `withAuth`, on a page other than the user page. */
import { cpSync } from 'node:fs';
import path from 'node:path';
import { type NodeMock, startNodeMock } from '../../mock-server/node';
import { createPhone, createVirtualClock, type Phone } from '../../simulator';
import { createHeadless, type PageHandle, type Stage } from '../../simulator/headless';
import { type ProgramFolder, pageFiles, programFolder } from '../support/program-folder';
import { ROOT } from '../support/stage';

const COMPONENTS = ['login-button', 'profile-form', 'user-gate'];
const shop = {
  json: JSON.stringify({
    usingComponents: Object.fromEntries(COMPONENTS.map((name) => [name, `/components/${name}/${name}`])),
  }),
  js: `
const { auth } = require('../../auth/index');
const { withAuth } = require('../../auth/with-auth');
Page({
  behaviors: [withAuth],
  data: { bought: 0, left: 0 },
  async onBuy() {
    const known = await auth.requireUser();
    this.setData(known ? { bought: this.data.bought + 1 } : { left: this.data.left + 1 });
  },
  onNotNow() {
    auth.on.cancel();
  },
});`,
  wxml: `
<view class="who">{{isLogin}} {{user.nickName}}</view>
<user-gate><view slot="known">为你推荐</view><view slot="guest">登录后推荐</view></user-gate>
<button class="buy" bindtap="onBuy">购买</button>
<view wx:if="{{wanted && isLogin === 2}}">
  <profile-form wx:if="{{ask === 'form'}}" />
  <login-button wx:elif="{{ask === 'button' || ask === 'tap'}}" />
  <button class="not-now" bindtap="onNotNow">暂不</button>
</view>`,
};

let mock: NodeMock;
let program: ProgramFolder;
let stage: Stage;
let page: PageHandle;
let phone: Phone;

beforeAll(async () => {
  mock = await startNodeMock();
  program = programFolder({
    'app.json': '{ "pages": ["pages/shop/shop"] }',
    'app.js': `
const { auth } = require('./auth/index');
App({ auth, onLaunch() { auth.start(); }, onShow() { auth.resume(); } });`,
    ...pageFiles('shop', shop),
  });
  for (const part of ['auth', 'services', 'components']) {
    cpSync(path.join(ROOT, part), path.join(program.root, part), { recursive: true });
  }
});
afterEach(() => stage.close());
afterAll(() => {
  program.remove();
  return mock.close();
});

async function enter(scenario: string): Promise<void> {
  const clock = createVirtualClock();
  const world = await mock.use(scenario, { clock });
  const fetch: typeof globalThis.fetch = (url, init) => globalThis.fetch(url, init);
  phone = createPhone({ ...world.phone, privacy: { needAuthorization: false }, clock, fetch });
  stage = createHeadless({ root: program.root, phone });
  page = await stage.open('pages/shop/shop');
}

/** Number of times that the action continued, and that it was cancelled. */
const counts = () => [page.data.bought, page.data.left];
const buy = () => page.tap('.buy');

test('a user with a profile is not asked', async () => {
  await enter('member');
  await buy();
  expect(counts()).toEqual([1, 0]);
});

test('the form opens; the action continues when the profile is saved', async () => {
  await enter('guest');
  expect(page.has('[name=nickName]')).toBe(false);
  await buy();
  expect(counts()).toEqual([0, 0]);
  await page.input('[name=nickName]', '');
  await page.tap({ text: '保存' });
  expect(counts()).toEqual([0, 0]);
  await page.input('[name=nickName]', '鹿');
  await page.tap({ text: '保存' });
  expect(counts()).toEqual([1, 0]);
  expect(page.find('.who').text()).toBe('1 鹿');
});

test('取消 in the form stops the action; the next tap asks again', async () => {
  await enter('guest');
  await buy();
  await page.tap({ text: '取消' });
  expect(counts()).toEqual([0, 1]);
  expect(page.has('[name=nickName]')).toBe(false);
  await buy();
  await page.input('[name=nickName]', '鹿');
  await page.tap({ text: '保存' });
  expect(counts()).toEqual([1, 1]);
});

test('two taps lead to one action', async () => {
  await enter('guest');
  await buy();
  await buy();
  expect(counts()).toEqual([0, 1]);
  await page.input('[name=nickName]', '鹿');
  await page.tap({ text: '保存' });
  expect(counts()).toEqual([1, 1]);
});

test("WeChat's button: consent continues the action, a final refusal stops it", async () => {
  await enter('guest-button');
  await buy();
  await page.tap({ text: '授权登录' });
  phone.screen.get('authorize').deny();
  await stage.settle();
  expect(counts()).toEqual([0, 0]);
  phone.screen.get('modal').cancel();
  await stage.settle();
  expect(counts()).toEqual([0, 1]);
  await enterAgain();
  await buy();
  await page.tap({ text: '授权登录' });
  phone.screen.get('authorize').allow();
  await stage.settle();
  expect(counts()).toEqual([1, 0]);
});

/** Starts the same scenario on another phone. */
async function enterAgain(): Promise<void> {
  stage.close();
  await enter('guest-button');
}

test.each(['guest-profile', 'guest-legacy'])('the tap itself opens the dialog (%s)', async (scenario) => {
  await enter(scenario);
  await buy();
  phone.screen.get('authorize').allow();
  await stage.settle();
  expect(counts()).toEqual([1, 0]);
});

test('a failed login is repeated; until it succeeds the action does not continue', async () => {
  await enter('guest');
  phone.setOnline(false);
  (stage.app as unknown as { auth: { logout(): void } }).auth.logout();
  await stage.settle();
  await buy();
  expect(counts()).toEqual([0, 1]);
  phone.setOnline(true);
  await buy();
  await page.input('[name=nickName]', '鹿');
  await page.tap({ text: '保存' });
  expect(counts()).toEqual([1, 1]);
});

test('user-gate switches its slot with the login state; withAuth provides the user', async () => {
  await enter('guest');
  expect([page.has('登录后推荐'), page.has('为你推荐')]).toEqual([true, false]);
  expect(page.find('.who').text()).toBe('2');
  await buy();
  await page.input('[name=nickName]', '鹿');
  await page.tap({ text: '保存' });
  expect([page.has('登录后推荐'), page.has('为你推荐')]).toEqual([false, true]);
  expect(page.find('.who').text()).toBe('1 鹿');
  expect(page.data.user).toMatchObject({ nickName: '鹿' });
});
