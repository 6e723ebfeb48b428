/**
 * A hundred tests that render the member's page with miniprogram-simulate alone: the WXML, without page and login code.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { INITIAL } from '../../miniprogram/auth/snapshot';
import { fill } from '../../miniprogram/auth/ways/fill';
import { viewOf } from '../../miniprogram/pages/user/view';
import { loadComponent, measureRenders, rootPath } from './renders';

const user = {
  id: '',
  nickName: '林小满',
  avatarUrl: 'https://images.test/lin.png',
  title: '今天也要好好吃饭',
  gender: 2,
  country: '中国',
  province: '广东',
  city: '深圳',
} as const;
const data = viewOf(
  { ...INITIAL, isLogin: 1, signedIn: true, way: fill, user },
  { settingsButton: true, form: true },
);

measureRenders(
  (simulate) => {
    const usingComponents = {
      'login-button': loadComponent(simulate, 'login-button'),
      'profile-form': loadComponent(simulate, 'profile-form'),
      'privacy-sheet': loadComponent(simulate, 'privacy-sheet'),
    };
    const template = readFileSync(path.join(rootPath, 'pages/user/user.wxml'), 'utf8');
    return simulate.load({ id: 'user', template, data, usingComponents });
  },
  [user.nickName, user.city],
);
