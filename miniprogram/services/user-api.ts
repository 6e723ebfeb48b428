/** The backend of this project as the login sees it: three form-and-query endpoints, see docs/contract.md. */
import type { AuthApi, ProfileChange, ServerWords } from './auth-api';
import { apiOrigin, developmentHeaders } from './config';
import { type Answer, ApiError, accept, type RequestOptions, send, sendFile, type Watch } from './request';
import { readUserInfo } from './user-info';

const BASE = '/api/index';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

const FIELDS: Readonly<Record<string, ServerWords['field']>> = {
  nickName: 'nickName',
  title: 'title',
  avatar: 'avatarPath',
  avatarUrl: 'avatarPath',
};

const count = (text: string, what: RegExp) => (text.match(what) || []).length;

/**
 * `{ code: 0, msg: 'field: reason' }`, or `{ code: 0, msg: 'reason', field }`. A reason that is mostly Chinese is meant for the person (昵称含有违规内容); one in
 * English is meant for developers.
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
 * @param origin where it is, without a trailing slash; asked at each request
 */
export function userApiAt(origin: () => string): AuthApi {
  /** Addresses of this backend may be written without their origin, e.g. `/api/orders`. */
  const absolute = (url: string) => (url.charAt(0) === '/' ? origin() + url : url);

  const get = async (path: string, data: Record<string, string>) =>
    accept(await send({ url: origin() + BASE + path, data, header: developmentHeaders() }));

  /** `GET onlogin?code=`. */
  async function login(code: string) {
    const body = Object(await get('/onlogin', { code })) as Record<string, unknown>;
    const { rd3_session, user_info = null } = body;
    if (typeof rd3_session !== 'string' || rd3_session === '' || typeof user_info !== 'object') {
      throw new ApiError('malformed');
    }
    return { session: rd3_session, user: readUserInfo(user_info) };
  }

  /** `GET check_3rdsession`: only the JSON values `true` and `false` are answers; an error page or `null` is neither. */
  async function check(session: string): Promise<boolean> {
    const body = await get('/check_3rdsession', { rd3_session: session });
    if (typeof body !== 'boolean') throw new ApiError('malformed');
    return body;
  }

  /** `GET userinfo`: a change that was made on another device shows here. */
  async function profile(session: string) {
    const body = Object(await get('/userinfo', { rd3_session: session })) as Record<string, unknown>;
    const { code, user_info = null, phone } = body;
    if (code !== 1 || typeof user_info !== 'object') throw new ApiError('malformed');
    return { user: readUserInfo(user_info), phone: typeof phone === 'string' ? phone : null };
  }

  /** `POST setuserinfo`: a form, or multipart when a picture goes along. */
  async function save(session: string, change: ProfileChange, watch: Watch) {
    const { info, proof, avatarPath } = change;
    const data = { rd3_session: session, info_json: JSON.stringify(info), ...proof };
    const request: RequestOptions = {
      url: `${origin()}${BASE}/setuserinfo`,
      method: 'POST',
      data,
      header: developmentHeaders(),
    };
    const answer = avatarPath
      ? await sendFile(request, { path: avatarPath, name: 'avatar' }, watch)
      : await send({ ...request, header: { ...request.header, ...FORM } }, watch);
    const { code, user_info } = Object(accept(answer)) as Record<string, unknown>;
    const saved = readUserInfo(user_info);
    if (code !== 1 || saved === null) throw new ApiError('malformed');
    return saved;
  }

  const post = async (path: string, data: Record<string, string>) =>
    accept(
      await send({
        url: origin() + BASE + path,
        method: 'POST',
        data,
        header: { ...developmentHeaders(), ...FORM },
      }),
    );

  /** `POST bindphone`. */
  async function bindPhone(session: string, code: string): Promise<string> {
    const { phone } = Object(await post('/bindphone', { rd3_session: session, code })) as { phone?: unknown };
    if (typeof phone !== 'string' || phone === '') throw new ApiError('malformed');
    return phone;
  }

  /** `POST logout`. */
  const logout = (session: string) => post('/logout', { rd3_session: session });

  return {
    login,
    check,
    profile,
    save,
    bindPhone,
    logout,
    /** The session goes into the query of a GET and into the body of anything else. */
    sign: (session, request) => ({
      ...request,
      url: absolute(request.url),
      data: { ...request.data, rd3_session: session },
      header: {
        ...developmentHeaders(),
        ...(request.method && request.method !== 'GET' ? FORM : {}),
        ...request.header,
      },
    }),
    isExpired: ({ statusCode }) => statusCode === 401,
    messageOf,
  };
}

/** At the origin of this build. */
export const userApi = userApiAt(apiOrigin);
