/** What an answer or an error means for the person on the page, and for what the phone keeps of them. */
import type { UserInfo } from '../services/contract';
import { ApiError, hasStatus } from '../services/request';
import { drop, keep } from '../services/storage';
import { noticeOf } from './notice';
import { hasSession } from './session';
import { type AuthState, EMPTY, getState } from './state';

/**
 * Keeps what the server knows of the person for the next launch's first paint.
 * @param user null when the server knows nothing
 */
export function remember(user: UserInfo | null): void {
  if (user === null) drop('user_info');
  else if (!keep('user_info', user)) {
    // A session without the profile that belongs to it would look like a person who never gave one. Without room
    // for both, the next launch logs in again and is told.
    drop('user_info');
    drop('rd3_session');
  }
}

/** The form's own checks have passed: when the server still finds something wrong with it, that is the picture. */
const NO_PICTURE = '这张图片无法使用，请换一张';

/**
 * The state after an error. The person stays who they were, unless the server does not let them in.
 * @param about `atLaunch`: nobody has confirmed yet what the page shows. `picture`: what failed was a save with a
 *   picture that the person has chosen.
 */
export function afterError(
  error: unknown,
  { atLaunch = false, picture = false }: { atLaunch?: boolean; picture?: boolean } = {},
): Partial<AuthState> {
  // The session is gone only if it was the login that was forbidden: a proxy's 403 to something else is no verdict.
  const shutOut = hasStatus(error, 403) && !hasSession();
  if (shutOut) drop('user_info');
  const user = shutOut ? null : getState().user;
  const rest = { user, isLogin: user === null ? 2 : 1, busy: '', progress: -1, notice: null } as const;
  // Said where the picture is chosen: the same one will not get smaller, or readable, by trying again.
  if (hasStatus(error, 413)) return { ...rest, problems: { ...EMPTY, avatarPath: (error as Error).message } };
  if (picture && hasStatus(error, 400)) return { ...rest, problems: { ...EMPTY, avatarPath: NO_PICTURE } };
  if (error instanceof ApiError && error.kind === 'aborted') return rest;
  return { ...rest, notice: noticeOf(error, atLaunch && user !== null) };
}
