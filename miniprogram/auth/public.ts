/** The exports of the npm package. An app that copies the sources imports `auth/index.ts` instead. */
export type { AuthApi } from '../services/auth-api';
export type { Profile, UserInfo, UserInfoBody } from '../services/contract';
export { type Answer, ApiError, accept, type RequestOptions, send, sendFile } from '../services/request';
export { userApiAt } from '../services/user-api';
export type { Auth } from './auth';
export { type AuthOptions, createAuth } from './create-auth';
export { currentAuth } from './current';
export type { AuthState } from './snapshot';
export { fill } from './ways/fill';
export { phone } from './ways/phone';
export { withAuth } from './with-auth';
