/** From the launch to a result: the session, and a profile that the user allowed earlier. */
import type { Step } from '../steps';
import {
  EXPIRED,
  FAILED_LAUNCH,
  GRANTED,
  GUEST,
  LOGGED_IN,
  MEMBER,
  NEW_PHONE,
  of,
  SAYS_NOTHING,
  SLOW_LAUNCH,
  WANTED,
} from './people';

const server = of('server');
const wechat = of('wechat');
const write = of('storage');
/** Only the two eras with a scope read a profile at launch. */
const silently = of('wechat', { eras: ['legacy', 'button'], silent: true });

const checkSession = { api: 'checkSession' };
const check = { request: 'check_3rdsession' } as const;
const userinfo = { request: 'userinfo' } as const;
const login = { api: 'login' };
const onlogin = { request: 'onlogin' } as const;
const session = { storage: 'rd3_session' } as const;

const WARM = 'warm launch of a known user';
const WARM_GUEST = 'warm launch, no profile yet';
const FIRST = 'first launch';
const FIRST_HERE = 'first launch of a user with a profile on the server';
const OUT = 'launch with an expired session and a cached profile';
const BEFORE = 'the scope was granted before';

const untapped: readonly Step[] = [
  wechat('checkSession', WARM, checkSession, MEMBER, SAYS_NOTHING),
  wechat('checkSession, guest', WARM_GUEST, checkSession, LOGGED_IN, SAYS_NOTHING),
  server('check_3rdsession', WARM, check, MEMBER),
  server('check_3rdsession, guest', WARM_GUEST, check, LOGGED_IN),
  server('userinfo', WARM, userinfo, MEMBER),
  server('userinfo, guest', WARM_GUEST, userinfo, LOGGED_IN),
  wechat('login', FIRST, login, GUEST),
  wechat('login, expired', OUT, login, EXPIRED),
  server('onlogin', FIRST, onlogin, GUEST),
  server('onlogin, new phone', FIRST_HERE, onlogin, NEW_PHONE),
  server('onlogin, expired', OUT, onlogin, EXPIRED),
  server('onlogin, slow launch', 'after a wx.checkSession that never answered', onlogin, SLOW_LAUNCH),
  write('write session', FIRST, session, GUEST),
  write('write session, new phone', FIRST_HERE, session, NEW_PHONE),
  write('write profile, new phone', FIRST_HERE, { storage: 'user_info' }, NEW_PHONE),
  silently('getSetting, launch', WARM_GUEST, { api: 'getSetting' }, LOGGED_IN),
  silently('getUserInfo, launch', BEFORE, { api: 'getUserInfo' }, GRANTED),
  server('setuserinfo, launch', BEFORE, { request: 'setuserinfo' }, GRANTED, { eras: ['legacy', 'button'] }),
];

const NO_TAP = { 'tapped-twice': 'the user does not tap before it' } as const;
const RETRIED = '重试 after a launch without a network';

export const launch: readonly Step[] = [
  ...untapped.map((step) => ({ ...step, except: { ...step.except, ...NO_TAP } })),
  wechat('login, retry', RETRIED, login, FAILED_LAUNCH, { nth: 2 }),
  server('onlogin, wanted', 'an action waits for the user', onlogin, FAILED_LAUNCH, {
    nth: 2,
    journey: WANTED,
  }),
  server('onlogin, retry', RETRIED, onlogin, FAILED_LAUNCH, { nth: 2 }),
];
