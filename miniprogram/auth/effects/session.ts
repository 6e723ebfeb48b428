/** The session: stored, verified, and renewed by a login. */
import type { AuthApi } from '../../services/auth-api';
import type { UserInfo } from '../../services/contract';
import { type Answer, ApiError } from '../../services/request';
import type { Storage } from '../../services/storage';
import { known } from '../../services/user-info';
import { WxFailure, wxCall } from '../../services/wx-call';
import type { Found } from '../events';
import type { Given, Sample } from '../types';

/** What a login brings. */
export interface Login {
  session: string;
  user: UserInfo | null;
}

/** Called when a login begins. The function that it returns gets the person once the login has succeeded. */
export type LoginWatch = () => (user: UserInfo | null) => void;

export interface Session {
  /** Reads the session of an earlier run from storage. It is not valid before `verify` confirms it. */
  restore(): void;
  /** Ends the session on this phone. Returns its id. */
  end(): string | null;
  /** Is there a session, verified or not? */
  exists(): boolean;
  /**
   * Number of logins in this run. Data that WeChat encrypted before a login may be unreadable after it, because a new
   * code can bring a new session key.
   */
  logins(): number;
  /**
   * Is the stored session valid? Requests to WeChat and to the server run at the same time, and both must confirm it.
   * @returns null as soon as one of them denies it; else the person's data in the backend
   * @throws ApiError when the server gave no clear answer
   */
  verify(): Promise<Found | null>;
  /**
   * Logs in: `wx.login`, then `api.login`. Callers share a login that is under way.
   * @throws WxFailure when WeChat gives no code, ApiError when the server gives no session
   */
  login(): Promise<Login>;
  /**
   * Makes a request with the session. After an answer that says that the session has expired, the request is made once
   * more with a new session; a second such answer is an error.
   * @param isStale which errors a new session may cure
   */
  request<T>(make: (session: string) => Promise<T>, isStale?: (error: unknown) => boolean): Promise<T>;
  /** Has `login` thrown this error, perhaps inside `request`? */
  isOfLogin(error: unknown): boolean;
}

/** Is this error an answer that satisfies the test? */
export function isAnswer(error: unknown, test: (answer: Answer) => boolean): boolean {
  return error instanceof ApiError && error.answer !== null && test(error.answer);
}

/** Is this error the server's refusal with this status? */
export const hasStatus = (error: unknown, status: number): boolean =>
  error instanceof ApiError && error.status === status;

/** What WeChat handed out, ready to be sent. */
export const sampleOf = ({ info, proof }: Given, session: Session): Sample => ({
  info,
  proof,
  avatarPath: '',
  takenAt: session.logins(),
});

/** A call that all callers share while it is under way. */
function shared<T>(call: () => Promise<T>) {
  let running: Promise<T> | null = null;
  return {
    run(): Promise<T> {
      if (running !== null) return running;
      const started = call();
      running = started;
      const end = () => {
        if (running === started) running = null;
      };
      started.then(end, end);
      return started;
    },
    /** The next caller begins anew. */
    forget() {
      running = null;
    },
  };
}

/** @param timeout milliseconds that WeChat may take for an answer */
export function createSession(api: AuthApi, storage: Storage, timeout: number, watch: LoginWatch): Session {
  let id: string | null = null;
  let count = 0;
  /** Number of times that the session was ended. */
  let ends = 0;
  /** The error of the last login that failed. */
  let loginError: unknown = null;
  const isExpired = (error: unknown) => isAnswer(error, (answer) => api.isExpired(answer));

  /** A login that follows a logout takes the code of a `wx.login` that has no answer yet: there is one at a time. */
  const takeCode = shared(() =>
    wxCall<WechatMiniprogram.LoginSuccessCallbackResult>(
      (callbacks) => wx.login({ timeout, ...callbacks }),
      timeout,
    ),
  );

  async function loginOnce(): Promise<Login> {
    const endsBefore = ends;
    const onSuccess = watch();
    const { code } = await takeCode.run();
    // Logged out while WeChat was asked: the code is for the login that follows.
    if (ends !== endsBefore) throw new ApiError('aborted');
    if (!code) throw new WxFailure('login:fail no code');
    // From here on the old session key may be invalid, whatever the server answers to the code.
    count += 1;
    const { session, user } = await api.login(code);
    if (ends !== endsBefore) {
      // Logged out while the login was under way: the session that it brings is not wanted.
      api.logout?.(session).catch(() => null);
      throw new ApiError('aborted');
    }
    id = session;
    const person = known(user);
    // Store the profile before the session. On launch, a session without a cached profile means that the server has none.
    if (person === null || storage.keep('user_info', person)) storage.keep('rd3_session', session);
    else storage.drop('rd3_session');
    onSuccess(person);
    return { session, user: person };
  }

  const login = shared(() =>
    loginOnce().catch((error) => {
      loginError = error;
      // 403: this account is blocked, so an earlier session is not valid either.
      if (hasStatus(error, 403)) self.end();
      throw error;
    }),
  );

  const self: Session = {
    restore() {
      id = storage.load('rd3_session').value;
    },
    end() {
      const ended = id;
      id = null;
      login.forget();
      ends += 1;
      storage.drop('rd3_session');
      return ended;
    },
    exists: () => id !== null,
    isOfLogin: (error) => error === loginError,
    logins: () => count,
    async verify() {
      if (id === null) return null;
      const wechat = wxCall<unknown>((callbacks) => wx.checkSession(callbacks), timeout).then(
        () => true,
        () => false,
      );
      const ours = Promise.all([api.check(id), api.profile?.(id)]).then(
        ([valid, found = {}]) => (valid ? found : null),
        (error) => {
          if (isExpired(error)) return null;
          throw error;
        },
      );
      // The first denial decides. A server error rejects only when WeChat confirms its session: else a login follows.
      const wechatDenial = wechat.then((valid) => (valid ? ours : null));
      const serverDenial = ours.then(
        async (found) => (found !== null && (await wechat) ? found : null),
        async (error) => {
          if (await wechat) throw error;
          return null;
        },
      );
      return Promise.race([wechatDenial, serverDenial]);
    },
    login: login.run,
    async request(make, isStale = isExpired) {
      const used = id || (await self.login()).session;
      try {
        return await make(used);
      } catch (error) {
        // Logged out, or blocked, in the meantime: this request does not log in again.
        if (!isStale(error) || id === null) throw error;
        // Another request's refusal may have brought a new session in the meantime.
        const renewed = id !== used ? id : (await self.login()).session;
        return make(renewed);
      }
    },
  };
  return self;
}
