/** The session: stored on the phone, verified, and renewed by a login. */
import type { AuthApi } from '../../services/auth-api';
import type { UserInfo } from '../../services/contract';
import { type Answer, ApiError } from '../../services/request';
import type { Storage } from '../../services/storage';
import { known } from '../../services/user-info';
import { WxFailure, wxCall } from '../../services/wx-call';
import type { Found } from '../events';
import type { Given, Sample } from '../types';

/** Result of a login. */
interface Login {
  session: string;
  user: UserInfo | null;
}

/** Called when a login begins. The returned function is called with the profile when the login has succeeded. */
type LoginWatch = () => (user: UserInfo | null) => void;

export interface Session {
  /** Reads the session of an earlier run from storage. It counts as valid only after `verify`. */
  restore(): void;
  /** Ends the session on this phone. Returns its id. */
  end(): string | null;
  /** Whether there is a session, verified or not. */
  exists(): boolean;
  /**
   * Number of logins in this run. After a login, data that WeChat encrypted earlier may be unreadable, because a new
   * code can bring a new session key.
   */
  logins(): number;
  /**
   * Asks WeChat and the server at the same time whether the stored session is valid. Both must confirm it.
   * @returns null as soon as one of them denies it; otherwise the user's data on the server
   * @throws ApiError if the server gave no clear answer
   */
  verify(): Promise<Found | null>;
  /**
   * Logs in: `wx.login`, then `api.login`. Concurrent callers share one login.
   * @throws WxFailure if WeChat gives no code, ApiError if the server gives no session
   */
  login(): Promise<Login>;
  /**
   * Sends a request with the session. If the response says that the session has expired, logs in and sends the request
   * once more. A second such response is an error.
   * @param isStale whether a new session may fix this error
   */
  request<T>(make: (session: string) => Promise<T>, isStale?: (error: unknown) => boolean): Promise<T>;
  /** Whether `login` threw this error, also inside `request`. */
  isOfLogin(error: unknown): boolean;
}

/** Whether this error contains a response that satisfies the test. */
export function isAnswer(error: unknown, test: (answer: Answer) => boolean): boolean {
  return error instanceof ApiError && error.answer !== null && test(error.answer);
}

/** Whether this error is a refusal of the server with this status. */
export const hasStatus = (error: unknown, status: number): boolean =>
  error instanceof ApiError && error.status === status;

/** Converts data from WeChat into a sample that can be sent. */
export const sampleOf = ({ info, proof }: Given, session: Session): Sample => ({
  info,
  proof,
  avatarPath: '',
  takenAt: session.logins(),
});

/** Lets concurrent callers share one call. */
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
    /** The next caller starts a new call. */
    forget() {
      running = null;
    },
  };
}

/** @param timeout milliseconds to wait for WeChat */
export function createSession(api: AuthApi, storage: Storage, timeout: number, watch: LoginWatch): Session {
  let id: string | null = null;
  let count = 0;
  /** Number of times that the session was ended, by a logout or because the account is blocked. */
  let ends = 0;
  /** The error of the last failed login. */
  let loginError: unknown = null;
  const isExpired = (error: unknown) => isAnswer(error, (answer) => api.isExpired(answer));

  /** Only one `wx.login` runs at a time. A login after a logout shares a `wx.login` that has not returned yet. */
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
    // The user logged out during `wx.login`: leave the code for the next login.
    if (ends !== endsBefore) throw new ApiError('aborted');
    if (!code) throw new WxFailure('login:fail no code');
    // From here on the old session key may be invalid, whatever the server does with the code.
    count += 1;
    const { session, user } = await api.login(code);
    if (ends !== endsBefore) {
      // The user logged out during the login: end the new session.
      api.logout?.(session).catch(() => null);
      throw new ApiError('aborted');
    }
    id = session;
    const person = known(user);
    // Store the profile before the session. On launch, a session without a cached profile means that the server has
    // none.
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
      // The first denial decides. A server error rejects only if WeChat confirms the session: otherwise a login follows
      // anyway.
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
        // The user logged out, or the account was blocked, during the request: do not log in again.
        if (!isStale(error) || id === null) throw error;
        // Another request may have renewed the session during this one.
        const renewed = id !== used ? id : (await self.login()).session;
        return make(renewed);
      }
    },
  };
  return self;
}
