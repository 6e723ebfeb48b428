/** Steps that take over the person's profile from the server. */
import type { UserInfo } from '../../services/contract';
import { known } from '../../services/user-info';
import type { State } from '../state';

/** If the profile was deleted during an edit, the form creates a new one. */
export const withPerson = (state: State, person: UserInfo | null): State =>
  person === null
    ? { ...state, person, form: { ...state.form, base: null } }
    : { ...state, person, refused: false };

/**
 * The person in the answer of a read.
 * @param user undefined: the answer has no person
 * @param reads `State.reads` when the server was asked: a save or login since then, or a save under way, is newer
 */
export const personFound = (state: State, user: UserInfo | null | undefined, reads: number): State =>
  user === undefined || reads !== state.reads || state.lane.at === 'saving'
    ? state
    : withPerson(state, known(user));
