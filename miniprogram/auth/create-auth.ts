/** The login of a mini-program: `createAuth` joins the machine to a backend, to WeChat, and to the phone's storage. */
import type { AuthApi } from '../services/auth-api';
import { REQUEST_TIMEOUT } from '../services/config';
import { ApiError, accept, type RequestOptions, send } from '../services/request';
import { createStorage } from '../services/storage';
import { setCurrent } from './current';
import { denialOf } from './denial';
import { ask, persuade } from './effects/ask';
import { check } from './effects/check';
import { failureOf } from './effects/failure';
import { bindPhone, lookUpPhone } from './effects/phone';
import { createPrivacy } from './effects/privacy';
import { type Save, save } from './effects/save';
import { createSession } from './effects/session';
import type { Effect } from './machine';
import { atLeast, canIUse } from './platform';
import type { AuthState } from './snapshot';
import { createStore, type Listener, type Store } from './store';
import { TEXTS, type Texts } from './texts';
import type { Draft, PhoneWay, Way, WayFacts } from './types';

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
  /** Looks again, without a word, whether a failure has passed. Call it in `App.onShow`. */
  resume(): void;
  /** The present state. */
  getState(): Readonly<AuthState>;
  /** Adds a listener and tells it the present state at once. Returns the function that removes it. */
  subscribe(listener: Listener): () => void;
  /**
   * Sends a request of the app with the session. After an expired session there is one login, shared by all requests,
   * and one replay.
   * @returns the body of an accepted answer
   * @throws ApiError with the `answer` that refuses; its `message` is meant for the person
   */
  request(options: RequestOptions): Promise<unknown>;
  /**
   * Waits until the person is known: in front of an action that needs them. Call it in a tap. Logs in, or asks, where a
   * tap can do that; where a button or a form asks, the page shows it while `wanted` in the state is not 0.
   * @returns true once the person is known; false after a no, after a failure (the notice says which), and when another
   *   call replaces this one, so that two taps lead to one action
   */
  requireUser(): Promise<boolean>;
  /** Ends the session, here and on the server. The next launch does not log in by itself. */
  logout(): void;
  /** What happens on a page, for its handlers. */
  readonly on: AuthHandlers;
}

/** What happens on a page. */
export interface AuthHandlers {
  /** A tap on 重试, or on 登录 after a logout. */
  retry(): void;
  /** A tap on the button of a way that asks by a tap. Call it first thing in the handler. */
  authorizeTap(): void;
  /** The event of the button of a way that asks by a button of WeChat's. */
  authorizeButton(detail: unknown): void;
  /** The event of `<button open-type="getPhoneNumber">`. */
  phoneNumber(detail: unknown): void;
  /** A tap on 去设置. */
  settingsTap(): void;
  /** The event of `<button open-type="openSetting">`. */
  settingsButton(detail: unknown): void;
  edit(): void;
  cancel(): void;
  /** The person types. */
  typing(): void;
  /** Fields that the person has filled in. */
  change(fields: Partial<Draft>): void;
  /** No picture came; `detail` has WeChat's `errMsg`. */
  avatarMissing(detail: unknown): void;
  /** WeChat's review of the nickname. */
  review(detail: { pass?: boolean; timeout?: boolean }): void;
  /** A tap on 保存, with the form's values: a nickname picked above the keyboard fires no input event on some phones. */
  submit(fields: { nickName: string; title: string }): void;
  /** A sheet for the privacy contract came on screen (`true`) or left it. */
  privacySheet(shown: boolean): void;
  privacyAgree(): void;
  privacyRefuse(): void;
  /** A tap on 重新选择, after a refusal. */
  privacyReconsider(): void;
  privacyRead(): void;
  /** An avatar did not load. */
  avatarBroken(url: string): void;
  /** The page comes back: what did not load is tried again. */
  pageShown(): void;
}

const factsOf = (way: Way): WayFacts => {
  const { name, asks, openType, label, settings, words, refusedWords, persuades, quiet } = way;
  return { name, asks, openType, label, settings, words, refusedWords, persuades, quiet };
};

/** Makes the login of a mini-program. */
export function createAuth(options: AuthOptions): Auth {
  const { api, storagePrefix = '' } = options;
  const texts: Texts = { ...TEXTS, ...options.texts };
  const storage = createStorage(storagePrefix);
  const session = createSession(api, storage, REQUEST_TIMEOUT);
  const privacy = createPrivacy((contract) => dispatch({ type: 'privacyAsked', contract }));
  let ways: readonly Way[] = [];
  let saving: Save | null = null;
  /** Calls of `requireUser` so far. */
  let calls = 0;

  function run(effect: Effect, { state }: Store): void {
    const way = ways[state.way];
    switch (effect.type) {
      case 'check': {
        const { run, saves } = effect;
        check(session, way, effect.login, state.person !== null).then(
          (found) => dispatch({ type: 'checked', run, saves, ...found }),
          (error) => dispatch({ type: 'checkFailed', run, failure: failureOf(error, api, session) }),
        );
        break;
      }
      case 'ask':
        if (way) void ask(way, effect, session).then(dispatch);
        break;
      case 'persuade':
        if (way) void persuade(way, effect.id, session).then(dispatch);
        break;
      case 'askConsent': {
        const { id } = effect;
        const reviews = canIUse('input.bindnicknamereview');
        void privacy.askConsent().then((agreed) => dispatch({ type: 'consented', id, agreed, reviews }));
        break;
      }
      case 'save': {
        const { id, sample } = effect;
        saving = save(api, session, way, sample, {
          sent: (needsLogin) => dispatch({ type: 'saveSent', id, needsLogin }),
          progressed: (percent) => dispatch({ type: 'progressed', id, percent }),
        });
        saving.done.then(
          (person) => dispatch({ type: 'saved', id, person }),
          (error) => dispatch({ type: 'saveFailed', id, failure: failureOf(error, api, session) }),
        );
        break;
      }
      case 'abortSave':
        saving?.abort();
        break;
      case 'bindPhone':
        void bindPhone(api, session, effect.attempt, effect.code).then(dispatch);
        break;
      case 'lookUpPhone':
        void lookUpPhone(api, session, effect.attempt).then(dispatch);
        break;
      case 'markSave':
        // Without room for the mark, the stored session goes: the next launch logs in, and is told the profile.
        if (!storage.keep('unconfirmed_save', true)) storage.drop('rd3_session');
        break;
      case 'unmarkSave':
        storage.drop('unconfirmed_save');
        break;
      case 'remember':
        if (effect.person === null) storage.drop('user_info');
        else if (!storage.keep('user_info', effect.person)) {
          // A session without its profile would look like a person who never gave one.
          storage.drop('user_info');
          storage.drop('rd3_session');
        }
        break;
      case 'rememberPhone':
        if (!effect.number || !storage.keep('phone', effect.number)) storage.drop('phone');
        break;
      case 'endSession': {
        const ended = session.end();
        storage.drop('user_info');
        storage.drop('unconfirmed_save');
        storage.keep('logged_out', true);
        // The session on this phone has ended, whatever the server answers.
        if (ended !== null) api.logout?.(ended).catch(() => null);
        break;
      }
      case 'startSession':
        storage.drop('logged_out');
        break;
      case 'answerPrivacy':
        privacy.answer(effect.agreed);
        break;
      case 'thank':
        wx.showToast({ title: texts[effect.text], icon: 'success', duration: 1500 });
        break;
    }
  }

  const store = createStore({ texts, patience: REQUEST_TIMEOUT, run });
  const { dispatch, subscribe } = store;

  /** Resolves when this is true of the state. */
  const until = (test: (state: Readonly<AuthState>) => boolean) =>
    new Promise<void>((resolve) => {
      let stop = () => {};
      let over = false;
      stop = subscribe((state) => {
        if (over || !test(state)) return;
        over = true;
        stop();
        resolve();
      });
      if (over) stop();
    });

  const auth: Auth = {
    start() {
      const cached = storage.load('user_info');
      // A damaged profile means that there was one: only a login brings it back.
      if (cached.found === 'damaged') session.end();
      else session.restore();
      ways = options.ways.filter((way) => way.available());
      // The newest way that this phone can do and that its base library already needs.
      const way = Math.max(0, ...ways.map((one, at) => (atLeast(one.needed) ? at : 0)));
      dispatch({
        type: 'launched',
        person: cached.value,
        saveUnanswered: storage.load('unconfirmed_save').found !== 'nothing',
        loggedOut: storage.load('logged_out').found === 'value',
        ways: ways.map(factsOf),
        way: ways.length === 0 ? -1 : way,
        number: storage.load('phone').value,
        phone: api.bindPhone !== undefined && options.phone?.available() === true,
      });
      try {
        wx.onNetworkStatusChange(({ isConnected }) => {
          if (isConnected) dispatch({ type: 'resumed' });
        });
      } catch {
        // Base libraries before 1.1.0 cannot tell.
      }
    },
    resume: () => dispatch({ type: 'resumed' }),
    getState: () => store.snapshot,
    subscribe,
    async request(options) {
      // A request does not log a person in who has logged out.
      if (store.state.loggedOut) throw new ApiError('status', { statusCode: 401, data: null });
      return session.request(async (id) => {
        const answer = await send(api.sign(id, options));
        if (api.isExpired(answer)) throw new ApiError('status', answer, 401);
        return accept(answer);
      });
    },
    async requireUser() {
      calls += 1;
      const call = calls;
      dispatch({ type: 'wanted', call });
      const { wanted, ask } = store.snapshot;
      if (wanted === call && ask === 'tap') dispatch({ type: 'askedFor', by: 'tap' });
      if (wanted === call && ask === 'login') dispatch({ type: 'retried' });
      let known = false;
      await until((state) => {
        known = state.isLogin === 1;
        return state.wanted !== call;
      });
      return known && calls === call;
    },
    logout: () => dispatch({ type: 'loggedOut' }),
    on: {
      retry: () => dispatch({ type: 'retried' }),
      authorizeTap: () => dispatch({ type: 'askedFor', by: 'tap' }),
      authorizeButton: (detail) => dispatch({ type: 'askedFor', by: 'button', detail }),
      phoneNumber: (detail) => {
        const given = options.phone?.read(detail);
        if (!given) return;
        if ('code' in given) dispatch({ type: 'phoneGiven', code: given.code });
        else dispatch({ type: 'phoneDenied', problem: given.problem });
      },
      settingsTap: () => dispatch({ type: 'askedFor', by: 'settings' }),
      settingsButton: (detail) => dispatch({ type: 'askedFor', by: 'settings', detail: Object(detail) }),
      edit: () => dispatch({ type: 'editTapped' }),
      cancel: () => dispatch({ type: 'cancelTapped' }),
      typing: () => dispatch({ type: 'typed' }),
      change: (fields) => dispatch({ type: 'changed', fields }),
      avatarMissing: (detail) => dispatch({ type: 'avatarDenied', denial: denialOf(detail) }),
      // A review that did not come to an end is no verdict.
      review: ({ pass, timeout }) => dispatch({ type: 'reviewed', pass: pass !== false || timeout === true }),
      submit: (fields) => dispatch({ type: 'submitted', fields, logins: session.logins() }),
      privacySheet: (shown) => privacy.sheetIsOn(shown),
      privacyAgree: () => dispatch({ type: 'privacyAnswered', agreed: true }),
      privacyRefuse: () => dispatch({ type: 'privacyAnswered', agreed: false }),
      privacyReconsider: () => void privacy.askConsent(),
      privacyRead: () => privacy.read(),
      avatarBroken: (url) => dispatch({ type: 'avatarBroken', url }),
      pageShown: () => dispatch({ type: 'pageShown' }),
    },
  };
  setCurrent(auth);
  return auth;
}
