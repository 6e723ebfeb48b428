/** Mistakes on the way from a launch to a session. */
import { auth, type Breakage, effects, services } from './breakage';

export const LOGIN: readonly Breakage[] = [
  {
    id: 'null-is-yes',
    what: 'Any answer of `check_3rdsession` but `false` counts as a yes',
    file: services('user-api'),
    from: "if (typeof body !== 'boolean') throw new ApiError('malformed');\n    return body;",
    to: 'return body !== false;',
  },
  {
    id: 'wechat-not-asked',
    what: "WeChat's no to `wx.checkSession` is not heard",
    file: effects('session'),
    from: '() => true,\n        () => false,\n      );\n      const ours',
    to: '() => true,\n        () => true,\n      );\n      const ours',
  },
  {
    id: 'two-logins',
    what: 'Two callers of `login` make two `wx.login`',
    file: effects('session'),
    from: 'if (flight !== null) return flight;',
    to: '',
  },
  {
    id: 'login-waits-forever',
    what: 'A `wx.login` that never answers is waited for without an end',
    file: effects('session'),
    from: 'wx.login({ timeout, ...callbacks }),\n      timeout,',
    to: 'wx.login({ timeout, ...callbacks }),',
  },
  {
    id: 'hidden-too-long',
    what: 'The page stays hidden until the launch has come to an end, however long that takes',
    file: auth('state'),
    from: "if (check === 'launch') timers.launch",
    to: "if (check === 'launch' && patience < 0) timers.launch",
  },
  {
    id: 'session-before-profile',
    what: 'A login stores the session before the profile',
    file: effects('session'),
    from: "    if (person === null || storage.keep('user_info', person)) storage.keep('rd3_session', session);\n    else storage.drop('rd3_session');",
    to: "    storage.keep('rd3_session', session);\n    if (person !== null) storage.keep('user_info', person);",
  },
  {
    id: 'undefined-session',
    what: 'Whatever `onlogin` answers is stored as a session',
    file: services('user-api'),
    from: "if (typeof rd3_session !== 'string' || rd3_session === '' || typeof user_info !== 'object') {\n      throw new ApiError('malformed');\n    }\n    return { session: rd3_session, user: readUserInfo(user_info) };",
    to: 'return { session: rd3_session as string, user: readUserInfo(user_info) };',
  },
  {
    id: 'blocked-stays',
    what: 'A person whom `onlogin` does not let in keeps their session',
    file: effects('session'),
    from: 'if (hasStatus(error, 403)) self.end();',
    to: '',
  },
  {
    id: 'no-replay',
    what: 'A 401 is an error at once',
    file: effects('session'),
    from: 'if (!isStale(error)) throw error;',
    to: 'throw error;',
  },
  {
    id: 'replay-same-session',
    what: 'After a 401 the request is sent again with the session that was refused',
    file: effects('session'),
    from: 'id !== null && id !== used ? id : (await self.login()).session',
    to: 'id ?? (await self.login()).session',
  },
  {
    id: 'replay-loops',
    what: 'Every 401 leads to another login and another attempt',
    file: effects('session'),
    from: 'return make(renewed);',
    to: 'return renewed === used ? make(renewed) : self.request(make, isStale);',
  },
];
