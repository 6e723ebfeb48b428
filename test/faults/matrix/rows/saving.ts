/** Saving the user's profile on the server. */
import type { Step } from '../steps';
import {
  EDIT,
  FAILED_SAVE,
  FAILED_THEN_ENDED,
  LOGGED_IN,
  MEMBER,
  NO_ROOM,
  of,
  REPLAY,
  WANTED,
  WITH_AVATAR,
} from './people';

const server = of('server', { given: true });
const wechat = of('wechat', { given: true });
const upload = of('server', { given: true, eras: ['fill'], upload: true, journey: WITH_AVATAR });
const write = of('storage', { given: true });

const save = { request: 'setuserinfo' } as const;

const ENDED = 'the session ended before the save';
const AGAIN = 'sent again after a 401';

export const saving: readonly Step[] = [
  write('write mark', 'before the save is sent', { storage: 'unconfirmed_save' }, LOGGED_IN),
  server('setuserinfo', 'the profile is saved', save, LOGGED_IN),
  server('setuserinfo, wanted', 'an action waits for the user', save, LOGGED_IN, { journey: WANTED }),
  server('setuserinfo, no room', 'the storage has no room for the mark of the save', save, NO_ROOM),
  upload('upload', 'avatar and name are saved', save, LOGGED_IN),
  server('setuserinfo, edit', 'a known user changes the name', save, MEMBER, {
    eras: ['fill'],
    journey: EDIT,
  }),
  upload('upload, edit', 'a known user changes name and avatar', save, MEMBER, {
    journey: { ...EDIT, ...WITH_AVATAR },
  }),
  wechat('login, replay', ENDED, { api: 'login' }, REPLAY),
  server('onlogin, replay', ENDED, { request: 'onlogin' }, REPLAY),
  write('write session, replay', ENDED, { storage: 'rd3_session' }, REPLAY),
  server('setuserinfo, replay', AGAIN, save, REPLAY, { nth: 2 }),
  upload('upload, replay', AGAIN, save, REPLAY, { nth: 2 }),
  server('setuserinfo, retry', '重试 after a save without a network', save, FAILED_SAVE, { nth: 2 }),
  wechat('login, retry of a save', '重试 after the session has ended', { api: 'login' }, FAILED_THEN_ENDED),
  write('write profile', 'after the save', { storage: 'user_info' }, LOGGED_IN),
];
