/** The login of a mini-program: `createAuth` joins the machine to a backend, to WeChat, and to the phone's storage. */
import type { AuthApi } from '../services/auth-api';
import { REQUEST_TIMEOUT } from '../services/config';
import { ApiError, accept, type RequestOptions, send } from '../services/request';
import { createStorage } from '../services/storage';
import { setCurrent } from './current';
import { failureOf } from './effects/failure';
import { createPrivacy } from './effects/privacy';
import { createRun } from './effects/run';
import { createSession } from './effects/session';
import { type AuthHandlers, createHandlers } from './handlers';
import { keep, NOTHING } from './kept';
import { atLeast } from './platform';
import type { AuthState } from './snapshot';
import { createStore, type Listener, type Store } from './store';
import { TEXTS, type Texts } from './texts';
import type { PhoneWay, Way } from './types';

/** What a login is made of. */
export interface AuthOptions {
  /** The backend. */
  api: AuthApi;
  /** The ways of getting a profile, oldest first. */
  ways: readonly Way[];
  /** Binds a phone number: `ways/phone.ts`. Left out, the login does without one. */
  phone?: PhoneWay;
  /** Sentences that replace those of `texts.ts`. */
  texts?: Partial<Texts>;
  /** In front of the keys in the phone's storage; default none. */
  storagePrefix?: string;
}

/** The login, as an app and its pages use it. */
export interface Auth {
  /** Starts the check of the session. Call it once, in `App.onLaunch`. */
  start(): void;
  /** Repeats a failed check in the background, without a loading state. Call it in `App.onShow`. */
  resume(): void;
  /** The present state. */
  getState(): Readonly<AuthState>;
  /** Adds a listener and calls it with the present state at once. Returns the function that removes it. */
  subscribe(listener: Listener): () => void;
  /**
   * Sends a request of the app with the session. After an expired session there is one login, shared by all requests,
   * and one replay.
   * @returns the body of an accepted answer
   * @throws ApiError with the `answer` that refuses; its `message` is meant for the person
   */
  request(options: RequestOptions): Promise<unknown>;
  /**
   * Waits until the person is known. Call it in a tap, before an action that needs the person. Logs in, or asks, where a
   * tap can do that; where a button or a form asks, the page shows it while `wanted` in the state is not 0.
   * @returns true once the person is known; false after a refusal, after a failure (the notice says which), and when another
   *   call replaces this one, so that two taps lead to one action
   */
  requireUser(): Promise<boolean>;
  /** Ends the session, here and on the server. The next launch does not log in. */
  logout(): void;
  /** What happens on a page, for its handlers. */
  readonly on: AuthHandlers;
}

/** Makes the login of a mini-program. */
export function createAuth(options: AuthOptions): Auth {
  const { api, storagePrefix = '', phone } = options;
  const texts: Texts = { ...TEXTS, ...options.texts };
  const storage = createStorage(storagePrefix);
  /** What the phone keeps. */
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
  /** Calls of `requireUser` so far. */
  let calls = 0;

  const auth: Auth = {
    start() {
      const cached = storage.load('user_info');
      // A damaged cache entry means that a profile existed: only a login returns it.
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
      // The newest way that this phone can do and that its base library already needs.
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
      // A request does not log a person in who has logged out.
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
