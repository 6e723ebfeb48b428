/**
 * The machine: `next(state, event)` is the only place where the state of login and profile changes. It is pure; what has
 * to be done outside follows as effects. docs/login.md shows the same as a table.
 */
import type { UserInfo } from '../services/contract';
import { isAnonymous, known } from '../services/user-info';
import { changeOf, problemsOf } from './form';
import { mayPass, noticeOf, SLOW } from './notice';
import {
  askOf,
  busyOf,
  CLOSED,
  isLoginOf,
  isSignedIn,
  type Lane,
  NO_NUMBER,
  type Phone,
  type Saving,
  type State,
  type Trust,
  wayOf,
} from './state';
import type { Denial, Draft, Failure, PhoneProblem, Problems, Sample, WayFacts } from './types';

/** Everything that can happen. `id` is the lane's: the answer of an attempt that a later tap replaced has another one. */
export type Event =
  // The session.
  | {
      type: 'launched';
      person: UserInfo | null;
      saveUnanswered: boolean;
      loggedOut: boolean;
      ways: readonly WayFacts[];
      way: number;
      phone: boolean;
      number: string | null;
    }
  | { type: 'checkIsLate' }
  | {
      type: 'checked';
      run: number;
      by: 'check' | 'login';
      found: Found;
      saves: number;
      taken: Taken;
    }
  | { type: 'checkFailed'; run: number; failure: Failure }
  | { type: 'resumed' }
  | { type: 'retried' }
  | { type: 'loggedOut' }
  // Asking for a profile.
  | { type: 'wanted'; call: number }
  | { type: 'askedFor'; by: 'tap' | 'button' | 'settings'; detail?: unknown }
  | { type: 'given'; id: number; sample: Sample; name: string }
  | { type: 'notGiven'; id: number }
  | { type: 'denied'; id: number; denial: Denial; persuade: boolean }
  | { type: 'tapIsOver'; id: number }
  // The form.
  | { type: 'editTapped' }
  | { type: 'cancelTapped' }
  | { type: 'typed' }
  | { type: 'changed'; fields: Partial<Draft> }
  | { type: 'avatarDenied'; denial: Denial }
  | { type: 'reviewed'; pass: boolean }
  | { type: 'reviewIsOver'; id: number }
  | { type: 'submitted'; fields: Partial<Draft>; logins: number }
  | { type: 'consented'; id: number; agreed: boolean; reviews: boolean }
  // Saving.
  | { type: 'saveSent'; id: number; needsLogin: boolean }
  | { type: 'progressed'; id: number; percent: number }
  | { type: 'saved'; id: number; person: UserInfo }
  | { type: 'saveFailed'; id: number; failure: Failure }
  // The phone number. `attempt` is that of the question or bind that is answered.
  | { type: 'phoneGiven'; code: string }
  | { type: 'phoneDenied'; problem: PhoneProblem }
  /** `number` is empty for none, and null without an answer. */
  | { type: 'phoneTold'; attempt: number; number: string | null }
  | { type: 'phoneFailed'; attempt: number; failure: Failure }
  // The privacy contract.
  | { type: 'privacyAsked'; contract: string }
  | { type: 'privacyAnswered'; agreed: boolean }
  // The page.
  | { type: 'avatarBroken'; url: string }
  | { type: 'pageShown' };

/** What a check found out about a profile that can be taken without asking. */
export type Taken =
  | { outcome: 'none' }
  | { outcome: 'refused' }
  | { outcome: 'given'; sample: Sample; name: string };

/** What the server told with a yes to the session; each undefined where it tells nothing of it. */
export interface Found {
  user?: UserInfo | null | undefined;
  /** The phone number with its middle hidden; null for none. */
  phone?: string | null | undefined;
}

/** Everything that is done outside. */
export type Effect =
  | { type: 'check'; run: number; login: boolean; saves: number }
  | { type: 'ask'; id: number; by: 'tap' | 'button' | 'settings'; detail: unknown }
  | { type: 'persuade'; id: number }
  | { type: 'askConsent'; id: number }
  | { type: 'save'; id: number; sample: Sample }
  | { type: 'abortSave' }
  | { type: 'bindPhone'; attempt: number; code: string }
  | { type: 'lookUpPhone'; attempt: number }
  | { type: 'rememberPhone'; number: string | null }
  | { type: 'markSave' }
  | { type: 'unmarkSave' }
  | { type: 'remember'; person: UserInfo | null }
  | { type: 'endSession' }
  | { type: 'startSession' }
  | { type: 'answerPrivacy'; agreed: boolean }
  | { type: 'thank'; text: 'authorized' | 'saved' | 'bound' };

/** A state and what to do. */
export type Step = readonly [State, readonly Effect[]];

const IDLE: Lane = { at: 'idle' };
const CONFIRMED: Trust = { server: 'confirmed', saveUnanswered: false };

const stay = (state: State): Step => [state, []];
const become = (state: State, change: Partial<State>, ...effects: Effect[]): Step => [
  { ...state, ...change },
  effects,
];

/** The state after an event, and what has to be done. */
export function next(state: State, event: Event): Step {
  const [after, effects] = withNumber(state, stepOf(state, event));
  const over = after.wanted !== 0 && after !== state && (after.person !== null || isNo(state, after, event));
  return over ? [{ ...after, wanted: 0 }, effects] : [after, effects];
}

function stepOf(state: State, event: Event): Step {
  const { lane } = state;
  if ('id' in event && (lane.at === 'idle' || lane.id !== event.id)) return stay(state);
  if ('attempt' in event && state.phone?.attempt !== event.attempt) return stay(state);
  if ('run' in event && (state.check === 'idle' || state.run !== event.run)) return stay(state);
  switch (event.type) {
    case 'launched': {
      const { person, saveUnanswered, loggedOut, ways, way } = event;
      // A cached profile without a number: the person had none.
      const number = event.number ?? (person && '');
      const phone = event.phone ? { ...NO_NUMBER, number } : null;
      const trust: Trust = { server: 'unchecked', saveUnanswered };
      if (loggedOut) return become(state, { ways, way, phone, loggedOut, trust, check: 'idle' });
      const launched: State = { ...state, ways, way, phone, trust, person: known(person) };
      return startCheck(launched, 'launch', saveUnanswered);
    }
    case 'checkIsLate':
      return isLoginOf(state) === 0
        ? become(state, { check: 'late', notice: SLOW })
        : become(state, { check: 'late' });
    case 'checked':
      return checked(state, event);
    case 'checkFailed': {
      const { failure } = event;
      const person = failure.blocked ? null : state.person;
      const trust: Trust = { ...state.trust, server: 'unchecked' };
      const notice = noticeOf(failure, person !== null);
      const forget: Effect[] = failure.blocked ? [{ type: 'remember', person: null }] : [];
      const phone = failure.blocked ? state.phone && NO_NUMBER : state.phone;
      return become(state, { person, phone, trust, notice, check: 'idle' }, ...forget);
    }
    case 'resumed':
      return resumed({ ...state, brokenAvatar: '' });
    case 'retried': {
      const kind = state.notice?.kind;
      // The server answered and could not say whether the session is valid: a new login does not need to ask that.
      const login = state.loggedOut || (kind !== 'offline' && kind !== 'timeout');
      const start: Effect[] = state.loggedOut ? [{ type: 'startSession' }] : [];
      const [after, effects] = again({ ...state, loggedOut: false }, 'asked', login);
      return [after, [...start, ...effects]];
    }
    case 'loggedOut':
      return become(
        state,
        {
          person: null,
          trust: { server: 'unchecked', saveUnanswered: false },
          loggedOut: true,
          pending: null,
          lane: IDLE,
          check: 'idle',
          form: CLOSED,
          phone: state.phone && NO_NUMBER,
          notice: null,
          refused: false,
        },
        { type: 'abortSave' },
        { type: 'endSession' },
      );
    case 'wanted':
      return become(state, { wanted: event.call });
    case 'askedFor':
      return askedFor(state, event.by, event.detail);
    case 'given':
      if (lane.at !== 'asking') return stay(state);
      return isAnonymous({ nickName: event.name })
        ? become(state, { lane: IDLE, ...deadEnd(state) })
        : startSave(state, event.sample, { thanks: 'authorized' });
    case 'notGiven':
      return lane.at === 'asking' ? become(state, { lane: IDLE }) : stay(state);
    case 'denied':
      return lane.at === 'asking' ? denied(state, event.denial, event.persuade) : stay(state);
    case 'tapIsOver':
      if (lane.at === 'idle' || lane.at === 'resting') return become(state, { lane: IDLE });
      return become(state, { lane: { ...lane, sameTap: false } as Lane });
    case 'editTapped': {
      const { person } = state;
      if (person === null || busyOf(state) !== '') return stay(state);
      const { nickName, title } = person;
      const draft: Draft = { avatarPath: '', nickName, title };
      return become(state, { form: { ...CLOSED, open: true, base: person, draft, reviewed: nickName } });
    }
    case 'cancelTapped':
      return cancelled({ ...state, pending: null });
    case 'typed':
      return stay(withdrawn(state));
    case 'changed':
      return stay(changed(state, event.fields));
    case 'avatarDenied':
      // A person who cancelled or refused knows why there is no picture.
      return event.denial === 'failed'
        ? stay(withProblem(state, { avatarPath: 'avatarMissing' }))
        : stay(state);
    case 'reviewed':
      return reviewed(state, event.pass);
    case 'reviewIsOver':
      return lane.at === 'reviewing' ? startSave(state, lane.sample, { thanks: 'saved' }) : stay(state);
    case 'submitted':
      return submitted(state, event);
    case 'consented': {
      if (lane.at !== 'consenting') return stay(state);
      if (!event.agreed) return become(state, { lane: IDLE });
      const { sample, id } = lane;
      const { draft, reviewed } = state.form;
      if (event.reviews && draft.nickName !== reviewed) {
        return become(state, { lane: { at: 'reviewing', id, sameTap: false, sample }, notice: null });
      }
      return startSave(state, sample, { thanks: 'saved' });
    }
    case 'saveSent': {
      if (lane.at !== 'saving') return stay(state);
      const trust: Trust = { ...state.trust, saveUnanswered: true };
      const progress = lane.sample.avatarPath === '' ? -1 : 0;
      const doubtBefore = lane.doubtBefore || event.needsLogin;
      return become(state, { trust, lane: { ...lane, progress, doubtBefore } }, { type: 'markSave' });
    }
    case 'progressed':
      return lane.at === 'saving'
        ? become(state, { lane: { ...lane, progress: event.percent } })
        : stay(state);
    case 'saved':
      return lane.at === 'saving' ? saved(state, lane, event.person) : stay(state);
    case 'saveFailed':
      return lane.at === 'saving' ? saveFailed(state, lane, event.failure) : stay(state);
    case 'phoneGiven':
      return phoneGiven(state, event.code);
    case 'phoneDenied':
      return stay(withPhone(state, { problem: event.problem }));
    case 'phoneTold':
      return phoneTold(state, event.number);
    case 'phoneFailed':
      return phoneFailed(state, event.failure);
    case 'privacyAsked':
      return become(state, { privacy: event.contract });
    case 'privacyAnswered': {
      const { agreed } = event;
      const answer: Effect = { type: 'answerPrivacy', agreed };
      if (!agreed) return become(state, { privacy: '', notice: { kind: 'privacy' } }, answer);
      // WeChat reviews no name that was typed before the contract was agreed to.
      const form = { ...state.form, reviewed: state.form.draft.nickName };
      const [after, effects] = resumed({ ...state, privacy: '', notice: null, form });
      return [after, [answer, ...effects]];
    }
    case 'avatarBroken':
      return become(state, { brokenAvatar: event.url });
    case 'pageShown':
      return become(state, { brokenAvatar: '' });
  }
}

// The session.

function startCheck(state: State, check: 'launch' | 'asked' | 'quiet', login: boolean): Step {
  const run = state.run + 1;
  return become(state, { check, run }, { type: 'check', run, login, saves: state.saves });
}

type Checked = Extract<Event, { type: 'checked' }>;

function checked(before: State, { by, found: { user: found, phone }, saves, taken }: Checked): Step {
  const state = withFound(before, by, phone);
  const { lane } = state;
  const saving = lane.at === 'saving';
  // A save that was confirmed or sent since the check began is newer than what the check brings.
  const newer = saves !== state.saves || saving;
  const person = newer || found === undefined ? state.person : known(found);
  const trust: Trust = by === 'login' && !newer ? CONFIRMED : { ...state.trust, server: 'confirmed' };
  const cleared: Effect[] = by === 'login' && !newer ? [{ type: 'unmarkSave' }] : [];
  const remembered: Effect[] = newer || found === undefined ? [] : [{ type: 'remember', person }];
  const effects = [...remembered, ...cleared];
  if (person !== null) {
    return become(state, { person, trust, check: 'idle', notice: null, refused: false }, ...effects);
  }
  const end: Partial<State> = { person, trust, check: 'idle', notice: null };
  if (taken.outcome === 'refused') return become(state, { ...end, refused: true }, ...effects);
  if (taken.outcome === 'none' || lane.at !== 'idle') return become(state, end, ...effects);
  if (isAnonymous({ nickName: taken.name })) return become(state, { ...end, ...deadEnd(state) }, ...effects);
  // The check ends with the end of this save.
  const [after, save] = startSave(
    { ...state, trust: { ...trust, server: state.trust.server } },
    taken.sample,
    { quiet: true },
  );
  return [after, [...effects, ...save]];
}

/** Looks again, without a word, whether something has passed or arrived. */
function resumed(state: State): Step {
  const { notice, form, trust, lane } = state;
  if (state.check !== 'idle' || state.loggedOut) return stay(state);
  // A form that is being filled in is not taken away.
  const filling = form.open || (isLoginOf(state) === 2 && wayOf(state)?.asks === 'form');
  // A form, or the privacy contract, took the place of the notice about a failed check.
  const unsaid = notice === null && !isSignedIn(state);
  const inDoubt = busyOf(state) === '' && !filling && (trust.saveUnanswered || unsaid);
  if (!mayPass(notice) && notice?.kind !== 'blocked' && !inDoubt) return stay(state);
  // The person is answering WeChat's sheet, or the contract: their answer comes first.
  if (state.pending !== null && lane.at !== 'idle' && lane.at !== 'resting') return stay(state);
  return again(state, 'quiet', false);
}

function again(state: State, check: 'asked' | 'quiet', login: boolean): Step {
  const { pending } = state;
  if (state.lane.at === 'saving') {
    // The save of a launch: the person waits for the launch.
    return check === 'asked' && state.lane.quiet ? become(state, { check }) : stay(state);
  }
  if (isSignedIn(state) && pending !== null) return startSave(state, pending, {});
  if (state.check === 'idle') return startCheck(state, check, login || state.trust.saveUnanswered);
  return check === 'asked' ? become(state, { check }) : stay(state);
}

// Asking for a profile.

function askedFor(state: State, by: 'tap' | 'button' | 'settings', detail: unknown): Step {
  const { lane } = state;
  const taken = lane.at === 'saving' || lane.at === 'reviewing' || (lane.at !== 'idle' && lane.sameTap);
  if (taken || wayOf(state) === undefined) return stay(state);
  const id = state.lastId + 1;
  return become(
    state,
    { lastId: id, lane: { at: 'asking', id, sameTap: true } },
    { type: 'ask', id, by, detail },
  );
}

function denied(state: State, denial: Denial, persuade: boolean): Step {
  const { lane } = state;
  switch (denial) {
    case 'cancelled':
      return become(state, { lane: IDLE });
    case 'unavailable':
      return become(state, { lane: IDLE, ...deadEnd(state) });
    case 'unclear':
      return become(state, { ...nextWay(state), lane: rested(state, lane), notice: { kind: 'notGiven' } });
    case 'failed':
      return become(state, { lane: rested(state, lane), notice: { kind: 'notGiven' } });
    case 'refused': {
      // What was given before it and has not arrived is taken back, too.
      const refused: Partial<State> = { refused: true, notice: null, pending: null };
      const way = wayOf(state);
      if (!persuade || !way?.persuades || lane.at === 'idle')
        return become(state, { ...refused, lane: IDLE });
      return become(state, refused, { type: 'persuade', id: lane.id });
    }
  }
}

/**
 * The lane after an attempt that failed. WeChat allows four calls of an API a second, and an attempt by a tap may have
 * made two: the next one waits until the second is over.
 */
function rested(state: State, lane: Lane): Lane {
  if (lane.at === 'idle' || !lane.sameTap || wayOf(state)?.asks !== 'tap') return IDLE;
  return { at: 'resting', id: lane.id, sameTap: true };
}

/** This way gives no profile any more: the next one, if there is one. */
function deadEnd(state: State): Partial<State> {
  const { way = -1 } = nextWay(state);
  return { way, refused: false, notice: way < 0 ? { kind: 'outdated' } : null };
}

/** The next way, if there is one: it may work where this one does not. */
const nextWay = ({ ways, way }: State): { way?: number } => (way + 1 < ways.length ? { way: way + 1 } : {});

/** Does this event tell an action that waits for the person that there will be none? */
function isNo(before: State, after: State, event: Event): boolean {
  const over = after.lane.at === 'idle' || after.lane.at === 'resting';
  switch (event.type) {
    case 'loggedOut':
    case 'checkFailed':
      return true;
    case 'cancelTapped':
      return over;
    case 'consented':
    case 'privacyAnswered':
      return !event.agreed;
    case 'notGiven':
    case 'denied':
    case 'given':
      // Another way goes on asking.
      return over && (after.way === before.way || wayOf(after) === undefined);
    case 'saveFailed':
      // A form stays open.
      return wayOf(after)?.asks !== 'form';
    default:
      return isLoginOf(after) === 2 && (askOf(after) === 'contact' || askOf(after) === 'none');
  }
}

// The form.

function withProblem(state: State, problems: Partial<Problems>): State {
  return { ...state, form: { ...state.form, problems: { ...state.form.problems, ...problems } } };
}

/** The person goes on filling in: what was sent before and is not confirmed is theirs to send again. */
function withdrawn(state: State): State {
  return state.pending === null ? state : { ...state, pending: null, notice: null };
}

function changed(state: State, fields: Partial<Draft>): State {
  let after = state;
  for (const field of Object.keys(fields) as (keyof Draft)[]) {
    const value = (fields[field] ?? '').trim();
    const { form } = after;
    if (value === form.draft[field]) continue;
    const draft = { ...form.draft, [field]: value };
    after = withdrawn({ ...after, form: { ...form, draft, problems: { ...form.problems, [field]: '' } } });
  }
  return after;
}

function cancelled(state: State): Step {
  const { lane } = state;
  if (lane.at === 'saving' && !lane.quiet) return become(state, {}, { type: 'abortSave' });
  if (lane.at === 'reviewing') return become(state, { lane: IDLE });
  if (busyOf(state) !== '') return stay(state);
  const idle = lane.at === 'consenting' ? IDLE : lane;
  return resumed({ ...state, form: CLOSED, lane: idle });
}

function reviewed(state: State, pass: boolean): Step {
  const { lane, form } = state;
  if (pass) {
    const after: State = { ...state, form: { ...form, reviewed: form.draft.nickName } };
    return lane.at === 'reviewing' ? startSave(after, lane.sample, { thanks: 'saved' }) : stay(after);
  }
  // WeChat clears the field, without an event.
  const draft = { ...form.draft, nickName: '' };
  const after = withProblem({ ...state, form: { ...form, draft } }, { nickName: 'nickNameRejected' });
  return become(after, lane.at === 'reviewing' ? { lane: IDLE } : {});
}

type Submitted = Extract<Event, { type: 'submitted' }>;

function submitted(before: State, { fields, logins }: Submitted): Step {
  const { lane } = before;
  if (busyOf(before) !== '' || lane.at === 'saving' || (lane.at === 'consenting' && lane.sameTap))
    return stay(before);
  const filled = changed(before, fields);
  const problems = problemsOf(filled.form.draft, filled.person);
  const state = withProblem(filled, problems);
  if (problems.nickName !== '' || problems.title !== '') return stay(state);
  const { form } = state;
  const info = changeOf(form);
  const nothing = Object.keys(info).length === 0 && form.draft.avatarPath === '';
  // Nothing to send. What the server has not confirmed is looked up instead of overwritten.
  if (nothing) return resumed({ ...state, form: CLOSED });
  const id = state.lastId + 1;
  const sample: Sample = { info, proof: null, avatarPath: form.draft.avatarPath, takenAt: logins };
  return become(
    state,
    { lastId: id, lane: { at: 'consenting', id, sameTap: true, sample } },
    { type: 'askConsent', id },
  );
}

// Saving.

function startSave(state: State, sample: Sample, how: { thanks?: Saving['thanks']; quiet?: boolean }): Step {
  const { lane } = state;
  const goesOn = lane.at === 'asking' || lane.at === 'consenting' || lane.at === 'reviewing';
  const id = goesOn ? lane.id : state.lastId + 1;
  const { thanks = '', quiet = false } = how;
  const doubtBefore = state.trust.saveUnanswered;
  const sameTap = lane.at === 'asking' && lane.sameTap;
  const saving: Lane = { at: 'saving', id, sameTap, sample, progress: -1, thanks, quiet, doubtBefore };
  const notice = thanks === '' ? state.notice : null;
  return become(
    state,
    { lastId: Math.max(id, state.lastId), lane: saving, pending: sample, notice },
    { type: 'save', id, sample },
  );
}

function saved(state: State, lane: Saving, person: UserInfo): Step {
  const effects: Effect[] = [{ type: 'remember', person }, { type: 'unmarkSave' }];
  if (lane.thanks !== '') effects.push({ type: 'thank', text: lane.thanks });
  // The form logs in by itself.
  if (state.loggedOut) effects.push({ type: 'startSession' });
  return become(
    state,
    {
      person,
      trust: CONFIRMED,
      check: lane.quiet ? 'idle' : state.check,
      lane: IDLE,
      pending: null,
      refused: false,
      loggedOut: false,
      notice: null,
      form: CLOSED,
      saves: state.saves + 1,
    },
    ...effects,
  );
}

function saveFailed(before: State, lane: Saving, failure: Failure): Step {
  // A refusal is an answer. Everything else leaves open whether the server has saved.
  const answered = !lane.doubtBefore && failure.status > 0 && failure.status < 500;
  const trust: Trust = answered ? { ...before.trust, saveUnanswered: false } : before.trust;
  const effects: Effect[] = answered ? [{ type: 'unmarkSave' }] : [];
  const asked = lane.quiet
    ? { check: 'idle' as const, trust: { ...trust, server: 'confirmed' as const } }
    : { trust };
  const person = failure.blocked ? null : before.person;
  if (failure.blocked) effects.push({ type: 'remember', person: null });
  const unanswered = answered ? before.form.unanswered : sentFields(before, lane.sample);
  const form = { ...before.form, unanswered };
  const state: State = { ...before, ...asked, person, form, lane: rested(before, lane), notice: null };
  if (failure.kind === 'aborted') return [{ ...state, lane: IDLE }, effects];
  const problem = problemOf(failure, lane.sample);
  // The same picture or word is refused every time: it is not sent again.
  if (problem !== null) return [{ ...withProblem(state, problem), pending: null, lane: IDLE }, effects];
  const notice = noticeOf(failure, lane.quiet && person !== null);
  const pending = notice.kind === 'refused' ? null : state.pending;
  const resting = wayOf(state)?.quiet ? state.lane : IDLE;
  return [{ ...state, lane: resting, notice, pending }, effects];
}

/** A refusal that belongs beside a field of the form; null for none. */
function problemOf({ status, words }: Failure, { avatarPath, proof }: Sample): Partial<Problems> | null {
  if (proof === null && words?.field) return { [words.field]: words.text };
  if (status === 413) return { avatarPath: 'avatarTooLarge' };
  // The form's own checks have passed: what the server still does not accept is the picture.
  return avatarPath !== '' && status === 400 && words === null ? { avatarPath: 'avatarRefused' } : null;
}

function sentFields({ form }: State, { info }: Sample): State['form']['unanswered'] {
  const sent = (['nickName', 'title'] as const).filter((field) => info[field] !== undefined);
  return [...form.unanswered, ...sent.filter((field) => form.unanswered.indexOf(field) < 0)];
}

// The phone number.

function withPhone(state: State, change: Partial<Phone>): State {
  return state.phone === null ? state : { ...state, phone: { ...state.phone, ...change } };
}

/** What a check brings. A login tells no number: the server is asked for it afterwards. */
function withFound(state: State, by: Checked['by'], number: string | null = ''): State {
  const { phone, run } = state;
  if (phone === null || phone.binding || phone.boundIn === run) return state;
  return withPhone(
    state,
    by === 'login' ? { stale: true } : { number: number ?? '', stale: false, attempt: 0 },
  );
}

/** Asks the server for the number when nothing says that there is trouble. A number that changed is remembered. */
function withNumber(before: State, [after, effects]: Step): Step {
  const { phone, notice } = after;
  if (phone === null) return [after, effects];
  const changed = before.phone !== null && before.phone.number !== phone.number;
  const all: Effect[] = changed
    ? [...effects, { type: 'rememberPhone', number: phone.number }]
    : [...effects];
  if (!phone.stale || phone.attempt !== 0 || !isSignedIn(after) || notice !== null) return [after, all];
  const attempt = after.lastId + 1;
  return [{ ...withPhone(after, { attempt }), lastId: attempt }, [...all, { type: 'lookUpPhone', attempt }]];
}

function phoneGiven(state: State, code: string): Step {
  // A button that is tapped twice gives two codes, and either will do.
  if (state.phone === null || state.phone.binding || state.loggedOut) return stay(state);
  const attempt = state.lastId + 1;
  return become(
    withPhone(state, { binding: true, attempt, problem: '' }),
    { lastId: attempt },
    { type: 'bindPhone', attempt, code },
  );
}

function phoneTold(state: State, told: string | null): Step {
  const { phone, run } = state;
  if (phone === null) return stay(state);
  const { number, binding, boundIn } = phone;
  const change = {
    ...NO_NUMBER,
    number: told ?? number ?? '',
    stale: false,
    boundIn: binding ? run : boundIn,
  };
  return become(
    withPhone(state, change),
    {},
    ...(binding ? [{ type: 'thank', text: 'bound' } as const] : []),
  );
}

function phoneFailed(state: State, failure: Failure): Step {
  const { status, words, blocked } = failure;
  const over = { binding: false, attempt: 0 };
  // The server has answered: the code, or the number, will not do.
  if (!blocked && (words !== null || status === 400))
    return stay(withPhone(state, { ...over, problem: words?.text ?? 'phoneExpired' }));
  const notice = noticeOf(failure);
  // Without an answer the number may be bound. The check that follows the notice tells it.
  const after = { ...withPhone(state, { ...over, stale: true }), notice };
  return blocked
    ? become(after, { person: null, phone: NO_NUMBER }, { type: 'remember', person: null })
    : stay(after);
}
