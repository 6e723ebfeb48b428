/** Mistakes on the way from a launch to a session. */
import { auth, type Breakage, services } from './breakage';

export const LOGIN: readonly Breakage[] = [
  {
    id: 'null-is-yes',
    what: 'Any answer of `check_3rdsession` but `false` counts as a yes',
    file: services('user-api'),
    from: "if (typeof body !== 'boolean') throw new ApiError('malformed');\n  return body;",
    to: 'return body !== false;',
  },
  {
    id: 'wechat-not-asked',
    what: "WeChat's no to `wx.checkSession` is not heard",
    file: auth('session'),
    from: '() => true,\n    () => false,\n  );\n  const ours',
    to: '() => true,\n    () => true,\n  );\n  const ours',
  },
  {
    id: 'two-logins',
    what: 'Two callers of `login` make two `wx.login`',
    file: auth('session'),
    from: 'flight ||= loginOnce();',
    to: 'flight = loginOnce();',
  },
  {
    id: 'login-waits-forever',
    what: 'A `wx.login` that never answers is waited for without an end',
    file: auth('session'),
    from: 'wx.login({ timeout: REQUEST_TIMEOUT, ...callbacks }),\n      REQUEST_TIMEOUT,',
    to: 'wx.login({ timeout: REQUEST_TIMEOUT, ...callbacks }),',
  },
  {
    id: 'hidden-too-long',
    what: 'The page stays hidden until the launch has come to an end, however long that takes',
    file: auth('launch'),
    from: 'if (getState().isLogin === 0) publish({ isLogin: 2, notice: SLOW });',
    to: '',
  },
  {
    id: 'session-before-profile',
    what: 'A login stores the session before the profile',
    file: auth('session'),
    from: "    if (user === null || keep('user_info', user)) keep('rd3_session', session);\n    else drop('rd3_session');",
    to: "    keep('rd3_session', session);\n    if (user !== null) keep('user_info', user);",
  },
  {
    id: 'undefined-session',
    what: 'Whatever `onlogin` answers is stored as a session',
    file: services('user-api'),
    from: "if (typeof rd3_session !== 'string' || rd3_session === '' || typeof user_info !== 'object') {\n    throw new ApiError('malformed');\n  }\n  return { rd3_session, user_info: readUserInfo(user_info) };",
    to: 'return { rd3_session: rd3_session as string, user_info: readUserInfo(user_info) };',
  },
  {
    id: 'blocked-stays',
    what: 'A person whom `onlogin` does not let in keeps their session',
    file: auth('session'),
    from: 'if (hasStatus(error, 403)) forget();',
    to: '',
  },
  {
    id: 'no-replay',
    what: 'A 401 is an error at once',
    file: auth('session'),
    from: 'if (!isStale(error)) throw error;',
    to: 'throw error;',
  },
  {
    id: 'replay-same-session',
    what: 'After a 401 the request is sent again with the session that was refused',
    file: auth('session'),
    from: 'session !== null && session !== used ? session : (await login()).rd3_session',
    to: 'session ?? (await login()).rd3_session',
  },
  {
    id: 'replay-loops',
    what: 'Every 401 leads to another login and another attempt',
    file: auth('session'),
    from: 'return send(renewed);',
    to: 'return renewed === used ? send(renewed) : withSession(send, isStale);',
  },
];
