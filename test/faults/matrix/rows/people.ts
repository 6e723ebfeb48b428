/** The starts and journeys of the rows, and the function that builds a row. */
import { ERAS, type Journey, type Kind, type Site, type Start, type Step } from '../steps';

/** States of phone and server at the start of a play. */
export const GUEST: Start = {};
export const LOGGED_IN: Start = { session: 'live' };
export const MEMBER: Start = { known: true, session: 'live', cached: true };
export const EXPIRED: Start = { known: true, session: 'expired', cached: true };
export const NEW_PHONE: Start = { known: true };
export const GRANTED: Start = { session: 'live', scope: true };
export const REFUSED: Start = { session: 'live', scope: false };
export const REPLAY: Start = { session: 'live', trouble: { ends: true } };
export const FAILED_LAUNCH: Start = { trouble: { fails: 'onlogin' } };
export const FAILED_SAVE: Start = { session: 'live', trouble: { fails: 'setuserinfo' } };
export const FAILED_THEN_ENDED: Start = { session: 'live', trouble: { ends: true, fails: 'setuserinfo' } };
export const SLOW_LAUNCH: Start = { session: 'live', trouble: { silent: true } };
export const NO_ROOM: Start = { session: 'live', trouble: { noRoom: true } };

/** Actions of the user. */
export const PERSUADED: Journey = { refusesFirst: true };
export const WITH_AVATAR: Journey = { avatar: true };
export const BINDS: Journey = { binds: true };
export const WANTED: Journey = { requires: true };
export const EDIT: Journey = { edits: true };

const NO_RESULT = 'its answer has no fields';

/** For an API whose result is only `ok`. */
export const SAYS_NOTHING = { except: { 'wrong-types': NO_RESULT, null: NO_RESULT } } as const;

type Rest = Partial<Pick<Step, 'nth' | 'eras' | 'silent' | 'given' | 'upload' | 'except' | 'journey'>>;

/** Builds rows of one kind. */
export const of =
  (kind: Kind, more: Rest = {}) =>
  (id: string, when: string, site: Site, start: Start, rest: Rest = {}): Step => ({
    id,
    when,
    kind,
    site,
    start,
    journey: {},
    nth: 1,
    eras: ERAS,
    ...more,
    ...rest,
  });
