/** Types that entries, scenarios, tests and the preview share. */
import type { Profile, StorageEntries } from '../miniprogram/services/contract';
import type { Store } from './store/store';
import type { FetchText } from './wechat/api';
import type { Era, ServerClock, Wechat, WechatAccount, WechatForPhones } from './wechat/types';

/** A request for the route table, independent of MSW and node:http. */
export interface ApiRequest {
  method: string;
  /** Path only, as sent (percent-encoded), e.g. `/api/index/onlogin`. */
  path: string;
  query: URLSearchParams;
  /** Names are lower-case. */
  headers: Readonly<Record<string, string>>;
  /** null if there is none. */
  body: Uint8Array | null;
}

/** A response, or `cut`: the connection breaks without a response. */
export type ApiResponse =
  | { status: number; headers: Record<string, string>; body: string | Uint8Array }
  | { cut: true };

/** The endpoints of the contract, by their last path segment. */
export type Endpoint = 'onlogin' | 'check_3rdsession' | 'setuserinfo' | 'userinfo' | 'bindphone' | 'logout';

/**
 * A simulated fault of the backend, or of the connection to it or to WeChat. `times` is the number of requests that it
 * affects (default: all).
 */
export interface Fault {
  on: Endpoint | '*';
  times?: number;
  /**
   * - `cut-before` / `cut-after`: the connection breaks before / after the server handles the request.
   * - `hang`: no response, ever. `delay`: the correct response, `ms` later.
   * - `respond`: this status and body; the request is not handled.
   * - `mangle`: the request is handled, but the response has this body.
   * - `expire`: every session expires, then the request is handled.
   */
  kind: 'cut-before' | 'cut-after' | 'hang' | 'delay' | 'respond' | 'mangle' | 'expire';
  ms?: number;
  status?: number;
  contentType?: string;
  body?: string;
}

/** A text in the two languages of the project. */
export interface Bilingual {
  zh: string;
  en: string;
}

/**
 * A user's action after the launch, to reach the state that a scenario shows. `simulator/user-steps.ts` performs it.
 */
export type UserStep =
  /**
   * Taps the element with this text. With `wait: false`, it does not wait until the mini-program has settled.
   */
  | { tap: string; wait?: false }
  /** Types into the field with this `name`, then leaves it. */
  | { type: string; into: string }
  /** Focuses the field with this `name`. */
  | { focus: string }
  /** Answers the dialog or sheet that the phone shows. */
  | { answer: 'authorize'; with: 'allow' | 'deny' | 'dismiss' }
  | { answer: 'modal'; with: 'confirm' | 'cancel' }
  | { answer: 'settings'; set: Readonly<Record<string, boolean>> }
  | { answer: 'avatar'; with: 'wechat' | 'cancel' | 'huge-picture' | 'rejected-picture' }
  | { answer: 'phone-number'; with: 'allow' | 'deny' | 'dismiss' }
  | { answer: 'phone-quota'; with: 'close' };

/** A named start state, for tests, the preview and DevTools compile modes. */
export interface Scenario {
  /** kebab-case. */
  id: string;
  title: Bilingual;
  /** One line. */
  description: Bilingual;
  /** Account id of the phone's user. Default `lin`. */
  account?: string;
  /** The phone's starting state. */
  phone: {
    era: Era;
    /** Default: a version that was typical of the era. */
    sdkVersion?: string;
    authSetting?: Readonly<Record<string, boolean>>;
    /** Storage entries from an earlier run. `session: 'live'` is valid on the server; `'expired'` has ended there. */
    stored?: { session?: 'live' | 'expired'; profile?: boolean };
    online?: boolean;
    privacy?: { needAuthorization: boolean };
    /** WeChat's review rejects nicknames that contain one of these words. */
    nicknameReview?: readonly string[];
    /** What WeChat allows the mini-program for its phone-number button. */
    phoneNumber?: { quota?: number; owner?: 'organisation' | 'individual' };
  };
  /** The servers' starting state. */
  server: {
    /** The user's record in the backend; absent: the user is new. */
    user?: Profile;
    /** The bound phone number: 11 digits of mainland China. */
    phone?: string;
    faults?: readonly Fault[];
    /** The state of WeChat's servers. */
    wechat?: {
      /** The session key of the last login has expired. */
      sessionKeyExpired?: boolean;
      /** code2Session returns this error for every code. */
      code2SessionError?: { errcode: number; errmsg: string };
      /** getuserphonenumber returns this error for every code. */
      phoneNumberError?: { errcode: number; errmsg: string };
      blocked?: boolean;
    };
  };
  /** The user's actions after the launch; missing: none. */
  steps?: readonly UserStep[];
  /** The final state of the user page. */
  endsIn: { isLogin: 1 | 2 };
}

/** One request in the mock's log. Query and body are left out, because they contain codes and session ids. */
export interface LoggedRequest {
  /** Milliseconds since 1970. */
  at: number;
  method: string;
  path: string;
  /** null: the connection was cut. */
  status: number | null;
  ms: number;
  scenario: string;
}

/** The phone's options in this world: spread them into `createPhone`. */
export interface WorldPhone {
  wechat: WechatForPhones;
  account: string;
  era: Era;
  sdkVersion?: string;
  authSetting: Readonly<Record<string, boolean>>;
  storage: Readonly<Partial<StorageEntries>>;
  online: boolean;
  privacy?: { needAuthorization: boolean };
  nicknameReview?: readonly string[];
  phoneNumber?: { quota?: number; owner?: 'organisation' | 'individual' };
}

/** A running scenario, with its own WeChat, backend and store. */
export interface World {
  readonly scenario: Scenario;
  readonly wechat: Wechat;
  readonly store: Store;
  readonly phone: WorldPhone;
  /** Handles one request. Never throws: after a bug it returns a 500 with a JSON body, and prints to the console. */
  handle(request: ApiRequest): Promise<ApiResponse>;
  /** The last 200 requests, newest last. */
  readonly log: readonly LoggedRequest[];
  onRequest(listener: (entry: LoggedRequest) => void): () => void;
  /** Adds a fault to those of the scenario, for tests. Returns a function that removes it. */
  addFault(fault: Fault): () => void;
  /** Ends all sessions of the backend (not WeChat's session keys). */
  expireSessions(): Promise<void>;
}

/** Options of a world. */
export interface WorldOptions {
  /** Scenario id. Default `guest`. An unknown id is an error that lists the known ones. */
  scenario?: string;
  /** Default: the system's clock. */
  clock?: ServerClock;
  /**
   * The fetch with which the backend calls `api.weixin.qq.com`. Default: the global fetch, which MSW intercepts.
   * `in-process`: call this world's own WeChat directly, for an entry without MSW.
   */
  fetch?: FetchText | 'in-process';
  /** Default: memory. */
  store?: Store;
  /** The origin of avatars. Default `http://127.0.0.1:3000`. */
  publicOrigin?: string;
  /** Real credentials, only for the HTTP server. */
  appid?: string;
  secret?: string;
  /** Words that a nickname or an own line must not contain. Default: `BLOCKED_WORDS` of backend/moderation.ts. */
  blockedWords?: readonly string[];
  /** Accept each code that another program issued once, for the scenario's account. */
  acceptForeignCodes?: boolean;
  /** Accounts in addition to those of `wechat/accounts.ts`. */
  accounts?: readonly WechatAccount[];
}
