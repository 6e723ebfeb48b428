/** Implements `AuthApi` for this project's backend. docs/contract.md describes the endpoints. */
import type { AuthApi, ProfileChange, ServerWords } from './auth-api';
import { apiOrigin, developmentHeaders } from './config';
import { type Answer, ApiError, accept, type RequestOptions, send, sendFile, type Watch } from './request';
import { readUserInfo } from './user-info';

const BASE = '/api/index/';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

const FIELDS: Readonly<Record<string, ServerWords['field']>> = {
  nickName: 'nickName',
  title: 'title',
  avatar: 'avatarPath',
  avatarUrl: 'avatarPath',
};

const count = (text: string, what: RegExp) => (text.match(what) || []).length;

/**
 * Reads the reason of a refusal: `{ code: 0, msg: 'field: reason' }` or `{ code: 0, msg: 'reason', field }`. A reason
 * that is mostly Chinese is a text for the user (昵称含有违规内容). A reason in English is for developers.
 */
function messageOf({ data }: Answer): ServerWords | null {
  const { msg, field } = Object(data) as { msg?: unknown; field?: unknown };
  if (typeof msg !== 'string') return null;
  const [, name = '', text = msg] = /^(?:info_json\.)?(\w+): *([\s\S]*)$/.exec(msg) || [];
  if (count(text, /[\u4e00-\u9fff]/g) <= count(text, /[a-z]/gi)) return null;
  return { text, field: FIELDS[String(field || name)] };
}

/**
 * This project's backend.
 * @param origin returns the backend's origin without a trailing slash; called for each request
 */
export function userApiAt(origin: () => string): AuthApi {
  /**
   * Adds the session to the query of a GET, or to the body of other methods, which is a form. A URL of this backend may
   * omit the origin, e.g. `/api/orders`.
   */
  function sign(session: string | undefined, request: RequestOptions): RequestOptions {
    const { url, method = 'GET', data, header } = request;
    return {
      ...request,
      url: url.charAt(0) === '/' ? origin() + url : url,
      data: { ...data, rd3_session: session },
      header: { ...developmentHeaders(), ...(method === 'GET' ? {} : FORM), ...header },
    };
  }

  /** Calls an endpoint of the contract; `session` is undefined before the login. */
  const call = async (session: string | undefined, name: string, options: Partial<RequestOptions> = {}) =>
    accept(await send(sign(session, { url: BASE + name, ...options })));

  /** `GET onlogin?code=`. */
  async function login(code: string) {
    const body = Object(await call(undefined, 'onlogin', { data: { code } })) as Record<string, unknown>;
    const { rd3_session, user_info = null } = body;
    if (typeof rd3_session !== 'string' || rd3_session === '' || typeof user_info !== 'object') {
      throw new ApiError('malformed');
    }
    return { session: rd3_session, user: readUserInfo(user_info) };
  }

  /**
   * `GET check_3rdsession`. Only the JSON values `true` and `false` are valid: an error page or `null` is malformed.
   */
  async function check(session: string): Promise<boolean> {
    const body = await call(session, 'check_3rdsession');
    if (typeof body !== 'boolean') throw new ApiError('malformed');
    return body;
  }

  /** `GET userinfo`: also contains changes made on another device. */
  async function profile(session: string) {
    const body = Object(await call(session, 'userinfo')) as Record<string, unknown>;
    const { code, user_info = null, phone } = body;
    if (code !== 1 || typeof user_info !== 'object') throw new ApiError('malformed');
    return {
      user: readUserInfo(user_info),
      phone: phone === undefined || typeof phone === 'string' ? phone : null,
    };
  }

  /** `POST setuserinfo`: a form, or multipart if a picture is uploaded. */
  async function save(session: string, { info, proof, avatarPath }: ProfileChange, watch: Watch) {
    const request = sign(session, {
      url: `${BASE}setuserinfo`,
      method: 'POST',
      data: { info_json: JSON.stringify(info), ...proof },
    });
    const answer = avatarPath
      ? await sendFile(
          { ...request, header: developmentHeaders() },
          { path: avatarPath, name: 'avatar' },
          watch,
        )
      : await send(request, watch);
    const { code, user_info } = Object(accept(answer)) as Record<string, unknown>;
    const saved = readUserInfo(user_info);
    if (code !== 1 || saved === null) throw new ApiError('malformed');
    return saved;
  }

  /** `POST bindphone`. */
  async function bindPhone(session: string, code: string): Promise<string> {
    const body = await call(session, 'bindphone', { method: 'POST', data: { code } });
    const { phone } = Object(body) as { phone?: unknown };
    if (typeof phone !== 'string' || phone === '') throw new ApiError('malformed');
    return phone;
  }

  return {
    login,
    check,
    profile,
    save,
    bindPhone,
    /** `POST logout`. */
    logout: (session) => call(session, 'logout', { method: 'POST' }),
    sign,
    isExpired: ({ statusCode }) => statusCode === 401,
    messageOf,
  };
}

/** The backend at the origin of this build. */
export const userApi = userApiAt(apiOrigin);
