/** What a person gave goes to the server. */
import type { Step } from '../steps';
import { EDIT, LOGGED_IN, MEMBER, of, REPLAY, WITH_AVATAR } from './people';

const server = of('server');
const upload = of('server', { eras: ['fill'], upload: true, journey: WITH_AVATAR });
const write = of('storage');

const save = { request: 'setuserinfo' } as const;

const ENDED = 'the session ended before the save';
const AGAIN = 'sent again after a 401';

export const saving: readonly Step[] = [
  write('write mark', 'before the save: no answer yet', { storage: 'unconfirmed_save' }, LOGGED_IN),
  server('setuserinfo', 'the profile is saved', save, LOGGED_IN),
  upload('upload', 'avatar and name are saved', save, LOGGED_IN),
  server('setuserinfo, edit', 'a known person changes their name', save, MEMBER, {
    eras: ['fill'],
    journey: EDIT,
  }),
  upload('upload, edit', 'a known person changes name and avatar', save, MEMBER, {
    journey: { ...EDIT, ...WITH_AVATAR },
  }),
  of('wechat')('login, replay', ENDED, { api: 'login' }, REPLAY),
  server('onlogin, replay', ENDED, { request: 'onlogin' }, REPLAY),
  write('write session, replay', ENDED, { storage: 'rd3_session' }, REPLAY),
  server('setuserinfo, replay', AGAIN, save, REPLAY, { nth: 2 }),
  upload('upload, replay', AGAIN, save, REPLAY, { nth: 2 }),
  write('write profile', 'after the save', { storage: 'user_info' }, LOGGED_IN),
];
