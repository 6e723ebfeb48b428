/** Turns what was thrown into the facts that the machine needs. */
import type { AuthApi } from '../../services/auth-api';
import { ApiError } from '../../services/request';
import type { Failure } from '../types';
import type { Session } from './session';

/** @param error an ApiError, or a WxFailure of wx.login or of taking the profile */
export function failureOf(error: unknown, api: AuthApi, session: Session): Failure {
  if (!(error instanceof ApiError)) return { kind: 'wechat', status: 0, words: null, blocked: false };
  const { kind, status, answer } = error;
  // Only the login's 403 is about the account, and it ends the session. A proxy may answer 403 to anything else.
  const blocked = status === 403 && !session.exists();
  return { kind, status, words: blocked || answer === null ? null : api.messageOf(answer), blocked };
}
