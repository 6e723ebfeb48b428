/** The three calls of the contract. What they return has been checked: a wrong shape is an ApiError, never a surprise. */
import type { OnLoginBody, UserInfo } from './contract';
import { ApiError, request, upload, type Watch } from './request';
import { readUserInfo } from './user-info';

const BASE = '/api/index';

/** The parts of WeChat's user data that prove where it came from. Good only for the session key of their time. */
export interface ProfileProof {
  rawData: string;
  signature: string;
  encryptedData?: string;
  iv?: string;
}

/** What `setUserInfo` sends: a profile, as far as it is known. Fields left out keep their value on the server. */
export interface ProfileUpdate {
  info: Partial<UserInfo> & { nickName: string };
  /** null when the profile does not come from WeChat, or its proof is out of date. */
  proof: ProfileProof | null;
  /** Temporary path of a picture to upload as the avatar; empty for none. */
  avatarPath: string;
}

/**
 * `GET onlogin`: trades a code of wx.login for a session of ours.
 * @throws ApiError
 */
export async function onLogin(code: string): Promise<OnLoginBody> {
  const body = Object(await request('GET', `${BASE}/onlogin`, { code })) as Record<string, unknown>;
  const { rd3_session, user_info = null } = body;
  if (typeof rd3_session !== 'string' || rd3_session === '' || typeof user_info !== 'object') {
    throw new ApiError('malformed');
  }
  return { rd3_session, user_info: readUserInfo(user_info) };
}

/**
 * `GET check_3rdsession`: is this session still good? Only the JSON values `true` and `false` are answers.
 * @throws ApiError for anything else: an error page, `null` and a 500 are neither a yes nor a no
 */
export async function checkSession(session: string): Promise<boolean> {
  const body = await request('GET', `${BASE}/check_3rdsession`, { rd3_session: session });
  if (typeof body !== 'boolean') throw new ApiError('malformed');
  return body;
}

/**
 * `POST setuserinfo`: saves the person's profile.
 * @param watch follows the request, and the picture on its way up
 * @returns the profile as the server has it now
 * @throws ApiError
 */
export async function setUserInfo(session: string, update: ProfileUpdate, watch: Watch): Promise<UserInfo> {
  const fields = { rd3_session: session, info_json: JSON.stringify(update.info), ...update.proof };
  const path = `${BASE}/setuserinfo`;
  const answer = update.avatarPath
    ? await upload(path, { path: update.avatarPath, name: 'avatar' }, fields, watch)
    : await request('POST', path, fields, watch);
  const { code, user_info } = Object(answer) as Record<string, unknown>;
  const saved = readUserInfo(user_info);
  if (code !== 1 || saved === null) throw new ApiError('malformed');
  return saved;
}
