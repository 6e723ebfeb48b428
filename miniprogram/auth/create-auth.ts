/**
 * Creates the login of a mini-program: `createAuth` connects the state machine with a backend, WeChat and the phone's
 * storage.
 */
import type { AuthApi } from '../services/auth-api';
import { REQUEST_TIMEOUT } from '../services/config';
import { ApiError, accept, send } from '../services/request';
import { createStorage } from '../services/storage';
import type { Auth } from './auth';
import { setCurrent } from './current';
import { failureOf } from './effects/failure';
import { createPrivacy } from './effects/privacy';
import { createRun } from './effects/run';
import { createSession } from './effects/session';
import { createHandlers } from './handlers';
import { keep, NOTHING } from './kept';
import { atLeast } from './platform';
import { createStore, type Store } from './store';
import { TEXTS, type Texts } from './texts';
import type { PhoneWay, Way } from './types';

/** Options of `createAuth`. */
export interface AuthOptions {
  api: AuthApi;
  /** The ways of getting a profile, oldest first. */
  ways: readonly Way[];
  /** Binding of a phone number: `ways/phone.ts`. Without it, the login has no phone number. */
  phone?: PhoneWay;
  /** Texts that replace those of `texts.ts`. */
  texts?: Partial<Texts>;
  /** Prefix of the keys in the phone's storage. Default: none. */
  storagePrefix?: string;
}

export function createAuth(options: AuthOptions): Auth {
  const { api, storagePrefix = '', phone } = options;
  const texts: Texts = { ...TEXTS, ...options.texts };
  const storage = createStorage(storagePrefix);
  /** The entries that are stored on the phone now. */
  let kept = NOTHING;
  const store: Store = createStore({
    texts,
    timeout: REQUEST_TIMEOUT,
    keep(state) {
      kept = keep(storage, kept, state);
    },
    run: (effect, state) => run(effect, state),
  });
  const { dispatch, subscribe } = store;
  const session = createSession(api, storage, REQUEST_TIMEOUT, () => {
    const { reads } = store.state;
    return (user) => dispatch({ type: 'loggedIn', user, reads });
  });
  const privacy = createPrivacy((contract) => dispatch({ type: 'privacyAsked', contract }));
  const run = createRun({ api, session, privacy, texts, dispatch });
  /** Number of calls of `requireUser` so far. */
  let calls = 0;

  const auth: Auth = {
    start() {
      const cached = storage.load('user_info');
      // A damaged entry means that a profile was cached. Without the session, the launch logs in, and the login returns
      // the profile.
      if (cached.found === 'damaged') session.end();
      else session.restore();
      const unanswered = storage.load('unconfirmed_save');
      kept = {
        logged_out: storage.load('logged_out').value,
        user_info: cached.value,
        phone: storage.load('phone').value,
        unconfirmed_save: unanswered.value,
      };
      const ways = options.ways.filter((way) => way.available());
      // The newest way whose rules are in force on this base library. Older ways return no profile on it.
      const newest = Math.max(0, ...ways.map((one, at) => (atLeast(one.needed) ? at : 0)));
      dispatch({
        type: 'launched',
        person: kept.user_info,
        saveUnanswered: unanswered.found !== 'nothing',
        loggedOut: kept.logged_out !== null,
        ways,
        way: ways.length === 0 ? -1 : newest,
        number: kept.phone,
        phone: api.bindPhone !== undefined && phone?.available() === true,
      });
      try {
        wx.onNetworkStatusChange(({ isConnected }) => {
          if (isConnected) dispatch({ type: 'resumed' });
        });
      } catch {
        // Base libraries before 1.1.0 do not have this API.
      }
    },
    resume: () => dispatch({ type: 'resumed' }),
    getState: () => store.snapshot,
    subscribe,
    async request(options) {
      // After a logout, a request must not log the user in again.
      if (store.state.loggedOut) throw new ApiError('status', { statusCode: 401, data: null });
      try {
        return await session.request(async (id) => {
          const answer = await send(api.sign(id, options));
          if (api.isExpired(answer)) throw new ApiError('status', answer, 401);
          return accept(answer);
        });
      } catch (error) {
        const failure = failureOf(error, api, session);
        if (failure.blocked) dispatch({ type: 'lockedOut', failure });
        throw error;
      }
    },
    async requireUser() {
      calls += 1;
      const call = calls;
      dispatch({ type: 'wanted', call });
      const { wanted, ask } = store.snapshot;
      if (wanted === call && ask === 'tap') dispatch({ type: 'askedFor', by: 'tap' });
      if (wanted === call && ask === 'login') dispatch({ type: 'retried' });
      let stop = () => {};
      const known = await new Promise<boolean>((resolve) => {
        stop = subscribe(({ wanted, isLogin }) => {
          if (wanted !== call) resolve(isLogin === 1);
        });
      });
      stop();
      return known && calls === call;
    },
    logout: () => dispatch({ type: 'loggedOut' }),
    on: createHandlers(dispatch, session, privacy, phone),
  };
  setCurrent(auth);
  return auth;
}
