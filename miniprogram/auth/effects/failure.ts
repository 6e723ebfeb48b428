/** Converts an error into the facts that the machine needs. */
import type { AuthApi } from '../../services/auth-api';
import { ApiError } from '../../services/request';
import type { Failure } from '../types';
import type { Session } from './session';

const WECHAT = { kind: 'wechat', status: 0, answer: null } as const;

/** @param error an ApiError, or a WxFailure of wx.login or of reading the profile */
export function failureOf(error: unknown, api: AuthApi, session: Session): Failure {
  const { kind, status, answer } = error instanceof ApiError ? error : WECHAT;
  const ofLogin = session.isOfLogin(error);
  // Only a login's 403 means that the account is blocked. For other requests, a proxy may have sent the 403.
  const blocked = ofLogin && status === 403;
  return { kind, status, words: blocked || answer === null ? null : api.messageOf(answer), ofLogin, blocked };
}
