/** A hundred tests that render what a member sees with miniprogram-simulate alone: the markup, without page and login. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { INITIAL } from '../../miniprogram/auth/state';
import { viewOf } from '../../miniprogram/pages/user/view';
import { measureTests } from './stopwatch';

interface Simulate {
  load(path: string, options: { compiler: string; rootPath: string }): string;
  load(definition: Record<string, unknown>): string;
  render(id: string): { attach(parent: Node): void; detach(): void };
}

const rootPath = path.resolve(__dirname, '../../miniprogram');
const user = {
  nickName: '林小满',
  avatarUrl: 'https://images.test/lin.png',
  title: '今天也要好好吃饭',
  gender: 2,
  country: '中国',
  province: '广东',
  city: '深圳',
} as const;
const data = viewOf(
  { ...INITIAL, isLogin: 1, signedIn: true, way: 'fill', user },
  { settingsButton: true, form: true },
);

let simulate: Simulate;
let id: string;
beforeAll(() => {
  simulate = require('miniprogram-simulate') as Simulate;
  const component = (name: string) =>
    simulate.load(path.join(rootPath, `components/${name}/${name}`), { compiler: 'simulate', rootPath });
  const usingComponents = {
    'profile-form': component('profile-form'),
    'privacy-sheet': component('privacy-sheet'),
  };
  const template = readFileSync(path.join(rootPath, 'pages/user/user.wxml'), 'utf8');
  id = simulate.load({ id: 'user', template, data, usingComponents });
});

measureTests(100, () => {
  const parent = document.createElement('div');
  const page = simulate.render(id);
  page.attach(parent);
  expect(parent.textContent).toContain(user.nickName);
  expect(parent.textContent).toContain(user.city);
  page.detach();
});
