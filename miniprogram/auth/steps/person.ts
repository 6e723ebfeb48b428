/** Steps that update the user's profile from the server. */
import type { UserInfo } from '../../services/contract';
import { known } from '../../services/user-info';
import type { State } from '../state';

/** Sets the profile. If it was deleted during an edit, the form creates a new one. */
export const withPerson = (state: State, person: UserInfo | null): State =>
  person === null
    ? { ...state, person, form: { ...state.form, base: null } }
    : { ...state, person, refused: false };

/**
 * Updates the profile from a response.
 * @param user undefined: the response contains no profile
 * @param reads `State.reads` at the time of the request. If a save or login has happened since, or a save is running,
 *   the response is older and is ignored.
 */
export const personFound = (state: State, user: UserInfo | null | undefined, reads: number): State =>
  user === undefined || reads !== state.reads || state.lane.at === 'saving'
    ? state
    : withPerson(state, known(user));
