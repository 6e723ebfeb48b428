/**
 * The tables of docs/login.md equal the machine's behaviour. `UPDATE=1 npx jest test/project/login-table` writes them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Event } from '../../miniprogram/auth/events';
import { next } from '../../miniprogram/auth/machine';
import { askOf, busyOf, CLOSED, isLoginOf, NO_NUMBER, START, type State } from '../../miniprogram/auth/state';
import type { Failure, Sample, Way } from '../../miniprogram/auth/types';

const root = path.resolve(__dirname, '../..');
const PAGES = ['docs/login.md', 'docs/login.zh-CN.md'];

const way: Way = { name: 'fill', asks: 'form', words: ['', ''], needed: '0', available: () => true };
const none = async () => null;
const ways: Way[] = [
  { ...way, name: 'legacy', asks: 'tap', askAgain: none, readGranted: async () => 'unasked' },
  way,
];
const person = {
  id: '1',
  nickName: '鹿',
  avatarUrl: '',
  title: '',
  gender: 0,
  country: '',
  province: '',
  city: '',
} as const;
const sample: Sample = { info: { nickName: '鹿' }, proof: null, avatarPath: '', takenAt: 1 };
const placeholder: Sample = { ...sample, info: { nickName: '微信用户' } };
const failure = (change: Partial<Failure>): Failure => ({
  kind: 'status',
  status: 0,
  words: null,
  ofLogin: false,
  blocked: false,
  ...change,
});
const offline = failure({ kind: 'offline' });

const idle: State = { ...START, ways, way: 0, check: 'idle', run: 1 };
const checking: State = { ...idle, check: 'launch' };
const guest: State = { ...idle, confirmed: true };
const filling: State = { ...guest, way: 1 };
const member: State = { ...filling, person };
const editing: State = {
  ...member,
  form: {
    ...CLOSED,
    base: person,
    draft: { avatarPath: '', nickName: '鹿', title: '' },
    reviewed: '鹿',
  },
};
const asking: State = { ...guest, lastId: 1, lane: { at: 'asking', id: 1, sameTap: true } };
const resting: State = { ...guest, lastId: 1, lane: { at: 'resting', id: 1, sameTap: true } };
const consenting: State = {
  ...filling,
  lastId: 1,
  lane: { at: 'consenting', id: 1, sameTap: false, sample },
  form: { ...CLOSED, draft: { avatarPath: '', nickName: '鹿', title: '' } },
};
const reviewing: State = { ...consenting, lane: { at: 'reviewing', id: 1, sameTap: false, sample } };
const saving: State = {
  ...consenting,
  pending: sample,
  lane: {
    at: 'saving',
    id: 1,
    sameTap: false,
    sample,
    progress: -1,
    cause: 'form',
    doubtBefore: false,
  },
};
const unanswered: State = { ...saving, saveUnanswered: true };
const failed: State = { ...filling, pending: sample, notice: { kind: 'offline', failure: offline } };
const unbound: State = { ...member, phone: { ...NO_NUMBER, number: '', stale: false } };
const binding: State = {
  ...member,
  phone: { ...NO_NUMBER, number: '', stale: false, binding: true, attempt: 1 },
  lastId: 1,
};
const askedNumber: State = { ...member, phone: { ...NO_NUMBER, attempt: 1 }, lastId: 1 };
const loggedOut: State = { ...idle, loggedOut: true };

const taken = null;
const launched = {
  type: 'launched',
  ways,
  way: 0,
  saveUnanswered: false,
  loggedOut: false,
  phone: true,
  number: null,
} as const;
const checked = { type: 'checked', run: 1, reads: 0, taken } as const;

/** Each row: situation, state, description of the event, event. */
const rows: readonly (readonly [string, State, string, Event])[] = [
  ['start', START, 'launched, nothing cached', { ...launched, person: null }],
  ['start', START, 'launched, a profile cached', { ...launched, person }],
  ['start', START, 'launched, an unanswered save noted', { ...launched, person, saveUnanswered: true }],
  ['start', START, 'launched, logged out before', { ...launched, person: null, loggedOut: true }],
  ['launch', checking, 'checkLate', { type: 'checkLate' }],
  ['launch', checking, 'checked: a profile', { ...checked, found: { user: person } }],
  ['launch', checking, 'checked: no profile', { ...checked, found: { user: null } }],
  [
    'launch',
    checking,
    'checked: no profile, scope refused',
    { ...checked, found: { user: null }, taken: 'refused' },
  ],
  [
    'launch',
    checking,
    'checked: no profile, scope granted',
    { ...checked, found: { user: null }, taken: sample },
  ],
  ['launch', checking, 'checkFailed: offline', { type: 'checkFailed', run: 1, failure: offline }],
  [
    'launch, cached',
    { ...checking, person },
    'checkFailed: offline',
    { type: 'checkFailed', run: 1, failure: offline },
  ],
  [
    'launch, cached',
    { ...checking, person },
    'checkFailed: blocked',
    { type: 'checkFailed', run: 1, failure: failure({ status: 403, ofLogin: true, blocked: true }) },
  ],
  [
    'launch',
    { ...checking, phone: NO_NUMBER },
    'loggedIn: a profile',
    { type: 'loggedIn', user: person, reads: 0 },
  ],
  [
    'launch',
    { ...checking, person, reads: 1 },
    'checked after a login',
    { ...checked, reads: 0, found: null },
  ],
  [
    'known',
    { ...member, phone: NO_NUMBER },
    'loggedIn for a request: deleted elsewhere',
    { type: 'loggedIn', user: null, reads: 0 },
  ],
  ['saving, sent', unanswered, 'loggedIn for the save', { type: 'loggedIn', user: null, reads: 0 }],
  [
    'known',
    member,
    'lockedOut by a request',
    { type: 'lockedOut', failure: failure({ status: 403, ofLogin: true, blocked: true }) },
  ],
  ['save failed', failed, 'resumed', { type: 'resumed' }],
  ['known', member, 'resumed', { type: 'resumed' }],
  ['save failed', failed, 'retried', { type: 'retried' }],
  ['logged out', loggedOut, 'retried', { type: 'retried' }],
  ['known', member, 'loggedOut', { type: 'loggedOut' }],
  ['guest', guest, 'wanted', { type: 'wanted', call: 1 }],
  ['known', member, 'wanted', { type: 'wanted', call: 1 }],
  ['wanted', { ...asking, wanted: 1 }, 'notGiven', { type: 'notGiven', id: 1 }],
  ['wanted', { ...filling, wanted: 1 }, 'cancelTapped', { type: 'cancelTapped' }],
  ['guest', guest, 'askedFor by a tap', { type: 'askedFor', by: 'tap' }],
  ['asking', asking, 'askedFor by a tap', { type: 'askedFor', by: 'tap' }],
  ['asking', asking, 'given', { type: 'given', id: 1, sample }],
  ['asking', asking, 'given: 微信用户', { type: 'given', id: 1, sample: placeholder }],
  ['asking', asking, 'notGiven', { type: 'notGiven', id: 1 }],
  ['asking', asking, 'denied: refused', { type: 'denied', id: 1, denial: 'refused', askAgain: true }],
  ['asking', asking, 'denied: cancelled', { type: 'denied', id: 1, denial: 'cancelled', askAgain: true }],
  ['asking', asking, 'denied: unavailable', { type: 'denied', id: 1, denial: 'unavailable', askAgain: true }],
  ['asking', asking, 'denied: unclear', { type: 'denied', id: 1, denial: 'unclear', askAgain: true }],
  ['asking', asking, 'denied: failed', { type: 'denied', id: 1, denial: 'failed', askAgain: true }],
  ['asking', asking, 'tapEnded', { type: 'tapEnded', id: 1 }],
  ['resting', resting, 'tapEnded', { type: 'tapEnded', id: 1 }],
  ['known', member, 'editTapped', { type: 'editTapped' }],
  ['editing', editing, 'cancelTapped', { type: 'cancelTapped' }],
  ['saving', saving, 'cancelTapped', { type: 'cancelTapped' }],
  ['save failed', failed, 'typed', { type: 'typed' }],
  ['editing', editing, 'changed', { type: 'changed', fields: { title: '新' } }],
  ['filling', filling, 'avatarDenied: failed', { type: 'avatarDenied', denial: 'failed' }],
  ['filling', filling, 'submitted', { type: 'submitted', fields: { nickName: '鹿' }, logins: 1 }],
  [
    'filling',
    filling,
    'submitted without a name',
    { type: 'submitted', fields: { nickName: '' }, logins: 1 },
  ],
  [
    'editing',
    editing,
    'submitted without a change',
    { type: 'submitted', fields: { nickName: '鹿' }, logins: 1 },
  ],
  ['consenting', consenting, 'consented', { type: 'consented', id: 1, agreed: true, reviews: false }],
  [
    'consenting',
    consenting,
    'consented, a review is to come',
    { type: 'consented', id: 1, agreed: true, reviews: true },
  ],
  ['consenting', consenting, 'consented: no', { type: 'consented', id: 1, agreed: false, reviews: true }],
  ['reviewing', reviewing, 'reviewed: pass', { type: 'reviewed', pass: true }],
  ['reviewing', reviewing, 'reviewed: rejected', { type: 'reviewed', pass: false }],
  ['reviewing', reviewing, 'reviewEnded', { type: 'reviewEnded', id: 1 }],
  ['saving', saving, 'saveSent', { type: 'saveSent', id: 1 }],
  ['saving', saving, 'progressed', { type: 'progressed', id: 1, percent: 50 }],
  ['saving, sent', unanswered, 'saved', { type: 'saved', id: 1, person }],
  ['saving, sent', unanswered, 'saveFailed: no answer', { type: 'saveFailed', id: 1, failure: offline }],
  [
    'saving, sent',
    unanswered,
    'saveFailed: 400',
    { type: 'saveFailed', id: 1, failure: failure({ status: 400 }) },
  ],
  [
    'saving, sent',
    unanswered,
    "saveFailed: the server's words",
    {
      type: 'saveFailed',
      id: 1,
      failure: failure({ status: 400, words: { text: '昵称含有违规内容', field: 'nickName' } }),
    },
  ],
  [
    'saving, sent',
    unanswered,
    'saveFailed: 413',
    { type: 'saveFailed', id: 1, failure: failure({ status: 413 }) },
  ],
  [
    'saving, sent',
    unanswered,
    'saveFailed: aborted',
    { type: 'saveFailed', id: 1, failure: failure({ kind: 'aborted' }) },
  ],
  [
    'number asked for',
    askedNumber,
    'phoneRead',
    { type: 'phoneRead', attempt: 1, found: { phone: '138****0000' }, reads: 0 },
  ],
  [
    'number asked for',
    askedNumber,
    'phoneRead: profile deleted',
    { type: 'phoneRead', attempt: 1, found: { user: null, phone: null }, reads: 0 },
  ],
  [
    'number asked for',
    askedNumber,
    'phoneFailed: no answer',
    { type: 'phoneFailed', attempt: 1, failure: offline },
  ],
  [
    'number remembered, asked for',
    { ...askedNumber, phone: { ...NO_NUMBER, number: '138****0000', attempt: 1 } },
    'phoneFailed: no answer',
    { type: 'phoneFailed', attempt: 1, failure: offline },
  ],
  ['no number', unbound, 'phoneGiven', { type: 'phoneGiven', code: 'c' }],
  ['no number', unbound, 'phoneDenied: refused', { type: 'phoneDenied', problem: '' }],
  ['no number', unbound, 'phoneDenied: no quota', { type: 'phoneDenied', problem: 'phoneQuota' }],
  ['binding', binding, 'phoneGiven', { type: 'phoneGiven', code: 'c' }],
  [
    'binding',
    binding,
    'phoneRead',
    { type: 'phoneRead', attempt: 1, found: { phone: '138****0000' }, reads: 0 },
  ],
  ['binding', binding, 'phoneFailed: no answer', { type: 'phoneFailed', attempt: 1, failure: offline }],
  [
    'binding',
    binding,
    'phoneFailed: 400',
    { type: 'phoneFailed', attempt: 1, failure: failure({ status: 400 }) },
  ],
  ['binding', binding, 'loggedOut', { type: 'loggedOut' }],
  ['filling', filling, 'privacyAsked', { type: 'privacyAsked', contract: '《指引》' }],
  ['filling', filling, 'privacyAnswered: yes', { type: 'privacyAnswered', agreed: true }],
  ['filling', filling, 'privacyAnswered: no', { type: 'privacyAnswered', agreed: false }],
  ['known', member, 'avatarBroken', { type: 'avatarBroken', url: 'https://x' }],
  ['known', { ...member, brokenAvatar: 'https://x' }, 'pageShown', { type: 'pageShown' }],
];

function rowOf([situation, state, what, event]: (typeof rows)[number]): string {
  const [after, effects] = next(state, event);
  const { lane, check, confirmed, pending, notice, form, phone } = after;
  const problems = Object.entries(form.problems).filter(([, text]) => text !== '');
  const more = [
    busyOf(after) && `busy ${busyOf(after)}`,
    after.saveUnanswered && 'save unanswered',
    pending && 'pending',
    after.refused && 'refused',
    after.loggedOut && 'logged out',
    after.wanted !== 0 && 'wanted',
    form.base && 'form open',
    notice && `notice ${notice.kind}`,
    phone && `phone ${phone.number || (phone.number === '' ? 'none' : 'unknown')}`,
    phone?.binding && 'binding',
    phone?.problem,
    after.privacy && 'privacy asked',
    after.brokenAvatar && 'avatar broken',
    ...problems.map(([field, text]) => `${field}: ${text}`),
  ].filter(Boolean);
  const cells = [
    situation,
    what,
    `${isLoginOf(after)} ${askOf(after)}`,
    check,
    lane.at,
    confirmed ? 'confirmed' : 'unchecked',
    more.join(', '),
    effects.map(({ type }) => type).join(', '),
  ];
  return `| ${cells.join(' | ')} |`;
}

const HEAD =
  '| situation | event | isLogin, ask | check | lane | server | and | effects |\n|---|---|---|---|---|---|---|---|';
const table = `<!-- table -->\n${HEAD}\n${rows.map(rowOf).join('\n')}\n<!-- end -->`;

test.each(PAGES)("%s equals the machine's behaviour", (page) => {
  const file = path.join(root, page);
  const text = readFileSync(file, 'utf8');
  const updated = text.replace(/<!-- table -->[\s\S]*<!-- end -->/, () => table);
  if (process.env.UPDATE) writeFileSync(file, updated);
  expect(process.env.UPDATE ? updated : text).toContain(table);
});

test('every event is in the table', () => {
  const source = readFileSync(path.join(root, 'miniprogram/auth/events.ts'), 'utf8');
  const union = /export type Event =([\s\S]*?);\n\n/.exec(source)?.[1] ?? '';
  const names = [...union.matchAll(/type: '(\w+)'/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !rows.some(([, , , event]) => event.type === name))).toEqual([]);
});

test('a late answer to a replaced or finished run changes nothing', () => {
  for (const event of [
    { type: 'given', id: 7, sample },
    { type: 'saved', id: 7, person },
    { type: 'consented', id: 7, agreed: true, reviews: false },
    { ...checked, run: 7, found: { user: person } },
  ] as const) {
    for (const state of [asking, saving, consenting, checking])
      expect(next(state, event)).toEqual([state, []]);
  }
});

test('a late answer about a replaced or finished number changes nothing', () => {
  for (const state of [member, unbound, binding, askedNumber]) {
    for (const event of [
      { type: 'phoneRead', attempt: 7, found: { phone: '138****0000' }, reads: 0 },
      { type: 'phoneFailed', attempt: 7, failure: offline },
    ] as const)
      expect(next(state, event)).toEqual([state, []]);
  }
});

test('a check that began before a bind does not remove the number', () => {
  const during: State = { ...binding, check: 'quiet', run: 3 };
  const answer = { ...checked, run: 3, found: { user: person, phone: null } } as const;
  expect(next(during, answer)[0].phone).toEqual(binding.phone);
  const [bound] = next(during, { type: 'phoneRead', attempt: 1, found: { phone: '138****0000' }, reads: 0 });
  expect(next(bound, answer)[0].phone?.number).toBe('138****0000');
  expect(next({ ...bound, run: 4 }, { ...answer, run: 4 })[0].phone?.number).toBe('');
});

test('a backend without numbers: the cached number stays, otherwise there is none', () => {
  const answer = { ...checked, found: { user: person } };
  for (const [before, after] of [
    ['138****0000', '138****0000'],
    [null, ''],
  ] as const) {
    const state: State = { ...member, check: 'quiet', phone: { ...NO_NUMBER, number: before } };
    expect(next(state, answer)[0].phone?.number).toBe(after);
  }
});

test('a repeated answer changes nothing', () => {
  for (const event of [
    { type: 'given', id: 1, sample },
    { type: 'notGiven', id: 1 },
    { type: 'denied', id: 1, denial: 'refused', askAgain: true },
    { type: 'consented', id: 1, agreed: true, reviews: false },
    { type: 'reviewEnded', id: 1 },
  ] as const)
    expect(next(saving, event)).toEqual([saving, []]);
  for (const event of [
    { type: 'saved', id: 1, person } as const,
    { type: 'progressed', id: 1, percent: 9 } as const,
  ])
    expect(next(filling, event)).toEqual([filling, []]);
});
