/** The mock's public types: what doors, scenarios, tests and the preview share. */
import type { Profile, StorageEntries } from '../miniprogram/services/contract';
import type { Store } from './store/store';
import type { FetchText } from './wechat/api';
import type { Era, ServerClock, Wechat, WechatAccount, WechatForPhones } from './wechat/types';

/** A request as the route table sees it: no MSW, no node:http. */
export interface ApiRequest {
  method: string;
  /** Path only, as sent (percent-encoded), e.g. `/api/index/onlogin`. */
  path: string;
  query: URLSearchParams;
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>;
  /** null when there is none. */
  body: Uint8Array | null;
}

/** An answer: or `cut`, a connection that breaks without one. */
export type ApiResponse =
  | { status: number; headers: Record<string, string>; body: string | Uint8Array }
  | { cut: true };

/** The endpoints of the contract, by their last path segment. */
export type Endpoint = 'onlogin' | 'check_3rdsession' | 'setuserinfo' | 'userinfo' | 'bindphone' | 'logout';

/**
 * Something that goes wrong on the backend or between it and WeChat, on purpose.
 * `times` is how many requests it hits (default: every one).
 */
export interface Fault {
  on: Endpoint | '*';
  times?: number;
  /**
   * - `cut-before` / `cut-after`: the connection breaks before / after the server acted.
   * - `hang`: no answer, ever. `delay`: the right answer, `ms` later.
   * - `respond`: this status and body instead of acting.
   * - `mangle`: acts, then answers with this body instead of the right one.
   * - `expire`: every session expires at exactly this moment, then the request is served.
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

/** What the user does after the launch, to reach the state that a scenario shows. `simulator/user-steps.ts` plays it. */
export type UserStep =
  /** Taps the element that shows this text; `wait: false` shows the mini-program while it is still busy with it. */
  | { tap: string; wait?: false }
  /** Types into the field with this `name`, and leaves it. */
  | { type: string; into: string }
  /** Puts the cursor into the field with this `name`, and stays there. */
  | { focus: string }
  /** Answers what the phone is showing. */
  | { answer: 'authorize'; with: 'allow' | 'deny' | 'dismiss' }
  | { answer: 'modal'; with: 'confirm' | 'cancel' }
  | { answer: 'settings'; set: Readonly<Record<string, boolean>> }
  | { answer: 'avatar'; with: 'wechat' | 'cancel' | 'huge-picture' | 'rejected-picture' }
  | { answer: 'phone-number'; with: 'allow' | 'deny' | 'dismiss' }
  | { answer: 'phone-quota'; with: 'close' };

/** A named starting condition: one list for tests, preview and DevTools compile modes. */
export interface Scenario {
  /** kebab-case. */
  id: string;
  title: Bilingual;
  /** One line. */
  description: Bilingual;
  /** Whose phone it is: an account id. Default `lin`. */
  account?: string;
  /** The phone's starting state. */
  phone: {
    era: Era;
    /** Default: a version typical of the era. */
    sdkVersion?: string;
    authSetting?: Readonly<Record<string, boolean>>;
    /** The phone's storage from an earlier run. `session: 'live'` is valid on the server, `'expired'` has ended there. */
    stored?: { session?: 'live' | 'expired'; profile?: boolean };
    online?: boolean;
    privacy?: { needAuthorization: boolean };
    /** WeChat's review turns away nicknames that contain one of these words. */
    nicknameReview?: readonly string[];
    /** What the mini-program may do with the phone-number button. */
    phoneNumber?: { quota?: number; owner?: 'organisation' | 'individual' };
  };
  /** The servers' starting state. */
  server: {
    /** The user's record in the backend; absent: the user is new. */
    user?: Profile;
    /** The number that the person has bound: 11 digits of mainland China. */
    phone?: string;
    faults?: readonly Fault[];
    /** WeChat's side. */
    wechat?: {
      /** The session key of the last login has expired. */
      sessionKeyExpired?: boolean;
      /** code2Session answers every code with this error. */
      code2SessionError?: { errcode: number; errmsg: string };
      /** getuserphonenumber answers every code with this error. */
      phoneNumberError?: { errcode: number; errmsg: string };
      blocked?: boolean;
    };
  };
  /** What the user does after the launch; absent = nothing. */
  steps?: readonly UserStep[];
  /** Where the user page must end. */
  endsIn: { isLogin: 1 | 2 };
}

/** One request in the mock's log. Query and body are left out: they hold codes and session ids. */
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

/** What a phone in this world starts with: spread it into `createPhone`. */
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

/** One scenario, running: its own WeChat, backend and store, shared with no other world. */
export interface World {
  readonly scenario: Scenario;
  readonly wechat: Wechat;
  readonly store: Store;
  readonly phone: WorldPhone;
  /** Serves one request. Never throws: a bug inside becomes a 500 with a JSON body and a line in the log. */
  handle(request: ApiRequest): Promise<ApiResponse>;
  /** Newest last, the last 200. */
  readonly log: readonly LoggedRequest[];
  onRequest(listener: (entry: LoggedRequest) => void): () => void;
  /** Adds a fault to those of the scenario; for tests. Returns the function that takes it away again. */
  addFault(fault: Fault): () => void;
  /** Ends every session of the backend (not WeChat's). */
  expireSessions(): Promise<void>;
}

/** How to make a world. */
export interface WorldOptions {
  /** Scenario id. Default `guest`. An unknown id is an error that lists the known ones. */
  scenario?: string;
  /** Default: the system's clock. */
  clock?: ServerClock;
  /**
   * How the backend reaches `api.weixin.qq.com`. Default: the global fetch, which MSW answers.
   * `in-process`: this world's own WeChat, without a request; for a door where MSW does not run.
   */
  fetch?: FetchText | 'in-process';
  /** Default: memory. */
  store?: Store;
  /** Where avatars are served from. Default `http://127.0.0.1:3000`. */
  publicOrigin?: string;
  /** Real credentials, for the HTTP door only. */
  appid?: string;
  secret?: string;
  /** Words that no nickname and no line of a person may hold. Default: `BLOCKED_WORDS` of backend/moderation.ts. */
  blockedWords?: readonly string[];
  /** Codes that this world's WeChat did not issue count, once, as the scenario's account. */
  acceptForeignCodes?: boolean;
  /** More people than the invented ones of `wechat/accounts.ts`. */
  accounts?: readonly WechatAccount[];
}
