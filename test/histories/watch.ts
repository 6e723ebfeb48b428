/** Observes the phone: records violations of the laws of every moment, and counts calls. */
import { testAccounts } from '../../mock-server/wechat/accounts';
import type { Phone } from '../../simulator';
import type { DoorWatch } from './door';

/** Counts of one stretch of a history: from one rest to the next. */
interface Stretch {
  /** Number of commands. */
  acts: number;
  /** True if the user touched something. Only then may a dialog appear. */
  touched: boolean;
  /** Calls of `wx` APIs, by name. */
  readonly calls: Map<string, number>;
  /** Requests that left the phone, by endpoint. */
  readonly requests: Map<string, number>;
  /** WeChat reported an expired session, and no login followed. */
  sessionDenied: boolean;
  /** Kinds of dialogs that appeared. */
  readonly asked: string[];
}

export interface Watch extends DoorWatch {
  /** Violations so far, as sentences. */
  readonly breaches: readonly string[];
  readonly stretch: Stretch;
  /** The server has confirmed this process's session or saved its profile, and WeChat's last check did not fail. */
  readonly confirmed: boolean;
  /** The phone has received the last change by another device. Before that it may show the older state. */
  readonly isProfileCurrent: boolean;
  /** The phone has received the server's current number. */
  readonly isNumberCurrent: boolean;
  /** The user logged out, so the phone has no number. */
  numberForgotten(): void;
  /** Another device or an administrator changed the number. */
  numberChangedElsewhere(): void;
  /** Another device or an administrator changed the profile. */
  changedElsewhere(): void;
  /** The server refused this process's last login. */
  readonly shutOut: boolean;
  breach(what: string): void;
  newStretch(): void;
  /** Registers a value that must never leave the servers. */
  learn(secret: string): void;
  /** Searches any JSON-serialisable value for secrets. */
  scan(where: string, what: unknown): void;
  /** Observes a phone. */
  attach(phone: Phone): void;
  /** Resets the state of a process that has ended. */
  processEnded(): void;
}

/** Time after which an unanswered `wx.login` counts as given up, ms: the mini-program's own limit. */
const LOGIN_LIMIT = 10_000;
/** Limit per stretch; more calls mean an endless loop. */
const TOO_MANY = 100;
const SECRET_NAMES = /session_?key|openid|unionid/i;
const ASKS = new Set([
  'authorize',
  'modal',
  'action-sheet',
  'settings',
  'avatar',
  'privacy',
  'contract',
  'phone-number',
]);

/** Complete answers of the server that confirm the session. */
const CONFIRMS: Readonly<Record<string, RegExp>> = {
  check_3rdsession: /^true$/,
  onlogin: /^\{"rd3_session":"[\w-]{20,}".*\}$/s,
  setuserinfo: /^\{"code":1,.*\}$/s,
};

/** Answers that contain the profile. */
const WITH_PROFILE: Readonly<Record<string, RegExp>> = {
  onlogin: /^\{"rd3_session":"[\w-]{20,}".*\}$/s,
  userinfo: /^\{"code":1,.*\}$/s,
  setuserinfo: /^\{"code":1,.*\}$/s,
};

/** Answers that contain the phone number. */
const WITH_NUMBER: Readonly<Record<string, RegExp>> = {
  userinfo: /^\{"code":1,.*\}$/s,
  bindphone: /^\{"code":1,.*\}$/s,
};

const count = (map: Map<string, number>, name: string): number => {
  const now = (map.get(name) ?? 0) + 1;
  map.set(name, now);
  return now;
};

/** Creates the observer of one history. */
export function createWatch(): Watch {
  const breaches: string[] = [];
  const secrets = new Set<string>();
  const learn = (secret: string) => secrets.add(secret).add(encodeURIComponent(secret));
  for (const { openid, unionid } of testAccounts('')) {
    learn(openid);
    if (unionid) learn(unionid);
  }
  /** Call id → when `wx.login` was called. */
  const logins = new Map<number, number>();
  const fresh = (): Stretch => ({
    acts: 0,
    touched: false,
    calls: new Map(),
    requests: new Map(),
    sessionDenied: false,
    asked: [],
  });
  let stretch = fresh();
  let confirmed = false;
  let wechatFailed = false;
  let shutOut = false;
  let changes = 0;
  let receivedChanges = 0;
  let numberChanges = 0;
  let receivedNumber = -1;

  const watch: Watch = {
    breaches,
    get stretch() {
      return stretch;
    },
    get confirmed() {
      return confirmed && !wechatFailed;
    },
    get shutOut() {
      return shutOut;
    },
    get isProfileCurrent() {
      return receivedChanges === changes;
    },
    get isNumberCurrent() {
      return receivedNumber === numberChanges;
    },
    get numberChanges() {
      return numberChanges;
    },
    numberForgotten() {
      receivedNumber = -1;
    },
    numberChangedElsewhere() {
      numberChanges += 1;
    },
    get changes() {
      return changes;
    },
    changedElsewhere() {
      changes += 1;
    },
    breach(what) {
      if (breaches.length < 5 && !breaches.includes(what)) breaches.push(what);
    },
    newStretch() {
      stretch = fresh();
    },
    learn,
    scan(where, what) {
      const text = typeof what === 'string' ? what : (JSON.stringify(what) ?? '');
      const name = SECRET_NAMES.exec(text)?.[0];
      if (name !== undefined) watch.breach(`${where} names a secret: ${name}`);
      for (const secret of secrets) {
        if (text.includes(secret)) watch.breach(`${where} holds the value of a secret`);
      }
    },
    sent(endpoint) {
      if (count(stretch.requests, endpoint) <= TOO_MANY) return;
      watch.breach(`${endpoint} was requested more than ${TOO_MANY} times at a stretch`);
      throw new Error('stopped by the observer');
    },
    acts(endpoint) {
      // Count every bind: whether it changes the number is only known later.
      if (endpoint === 'bindphone') numberChanges += 1;
    },
    received(endpoint, status, text, changesThen, numberThen) {
      if (status === 200 && WITH_NUMBER[endpoint]?.test(text))
        receivedNumber = Math.max(receivedNumber, numberThen);
      if (status === 200 && WITH_PROFILE[endpoint]?.test(text))
        receivedChanges = Math.max(receivedChanges, changesThen);
      if (status === 200 && CONFIRMS[endpoint]?.test(text)) {
        confirmed = true;
        // A launch checks the session with the server and with WeChat. After a login or a save WeChat's answer no
        // longer counts.
        if (endpoint !== 'check_3rdsession') wechatFailed = false;
      }
      if (endpoint === 'onlogin') shutOut = status === 403;
    },
    answered(endpoint, headers, text) {
      watch.scan(`the answer of ${endpoint}`, text);
      watch.scan(`the headers of ${endpoint}`, [...headers]);
    },
    attach(phone) {
      phone.onEvent((event) => {
        watch.scan('the phone log', event);
        if (event.kind === 'result' && event.api === 'login') logins.delete(event.id);
        if (event.kind === 'result' && event.api === 'checkSession') {
          wechatFailed = !event.ok;
          if (wechatFailed) stretch.sessionDenied = !stretch.calls.has('login');
        }
        if (event.kind !== 'call') return;
        if (count(stretch.calls, event.api) > TOO_MANY) {
          watch.breach(`wx.${event.api} was called more than ${TOO_MANY} times at a stretch`);
        }
        if (event.api !== 'login') return;
        stretch.sessionDenied = false;
        for (const [id, at] of logins) if (event.at - at >= LOGIN_LIMIT) logins.delete(id);
        logins.set(event.id, event.at);
        if (logins.size > 1) watch.breach('two wx.login are in flight at the same time');
      });
      let seen = 0;
      phone.screen.subscribe(() => {
        for (const item of phone.screen.items) {
          if (item.id <= seen) continue;
          seen = item.id;
          if (ASKS.has(item.kind)) stretch.asked.push(item.kind);
        }
      });
    },
    processEnded() {
      logins.clear();
      stretch.sessionDenied = false;
      confirmed = false;
      wechatFailed = false;
      shutOut = false;
      // Every launch reads the profile, so no earlier change is missing.
      receivedChanges = changes;
      receivedNumber = -1;
    },
  };
  return watch;
}
