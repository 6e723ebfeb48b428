/**
 * Mistakes that somebody could really make, as changes of the source. `run.ts` makes them one at a time in a copy of
 * the project, and looks whether the matrix of faults and the random histories notice.
 */

/** One mistake. */
export interface Breakage {
  /** For `--only` and the tables. */
  readonly id: string;
  /** What the code does wrong then. */
  readonly what: string;
  /** From the project's root. */
  readonly file: string;
  /** What stands in the file, exactly once, and what would stand there instead. */
  readonly from: string;
  readonly to: string;
}

const auth = (file: string) => `miniprogram/auth/${file}.ts`;
const services = (file: string) => `miniprogram/services/${file}.ts`;

/** Every mistake, in the order of the flow. */
export const BREAKAGES: readonly Breakage[] = [
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
    from: 'flight ??= loginOnce();',
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
    from: "    if (user !== null) keep('user_info', user);\n    // Not being able to store it costs one login at the next launch, nothing now.\n    keep('rd3_session', session);",
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
  {
    id: 'replay-after-timeout',
    what: 'A save that had no answer in time is sent again by itself',
    file: auth('save'),
    from: 'const isStale = (error: unknown) => hasStatus(error, 401) ||',
    to: "const isStale = (error: unknown) => hasStatus(error, 401) || (error instanceof ApiError && error.kind === 'timeout') ||",
  },
  {
    id: 'stale-proof',
    what: 'A profile is sent with the proof of an older session key',
    file: auth('save'),
    from: 'sent = await freshen(sent);',
    to: 'void freshen;',
  },
  {
    id: 'mark-ignored',
    what: 'The next launch does not look at `unconfirmed_save`',
    file: auth('save'),
    from: "return unconfirmed || load('unconfirmed_save').found !== 'nothing';",
    to: 'void load;\n  return unconfirmed;',
  },
  {
    id: 'mark-needs-room',
    what: 'Where there is no room for `unconfirmed_save`, nothing is done instead',
    file: auth('save'),
    from: "if (!keep('unconfirmed_save', true)) drop('rd3_session');",
    to: "keep('unconfirmed_save', true);",
  },
  {
    id: 'no-answer-is-no',
    what: 'A save without an answer counts as one that was refused',
    file: auth('save'),
    from: 'error.status > 0 && error.status < 500',
    to: 'error.status < 500',
  },
  {
    id: 'refusal-forgotten',
    what: "A person's no is not noted",
    file: auth('give'),
    from: 'publish({ refused: true, notice: null });',
    to: 'publish({ notice: null });',
  },
  {
    id: 'refusal-of-old-forgotten',
    what: 'The next launch does not look whether the scope was refused',
    file: auth('give'),
    from: "return publish({ ...unknown, refused: scope === 'refused' });",
    to: 'return publish(unknown);',
  },
  {
    id: 'no-takes-nothing-back',
    what: 'A no leaves what was given before it on its way',
    file: auth('give'),
    from: '    withdraw();\n    publish({ refused: true',
    to: '    publish({ refused: true',
  },
  {
    id: 'pending-kept',
    what: 'What has been saved stays there to be sent',
    file: auth('give'),
    from: '  pending = null;\n  remember(user);',
    to: '  remember(user);',
  },
  {
    id: 'pending-dropped',
    what: '重试 has forgotten what was given',
    file: auth('launch'),
    from: 'if (getState().signedIn && (await finishPending())) return;',
    to: 'void finishPending;',
  },
  {
    id: 'late-answer-counts',
    what: 'What an attempt brings that a later tap has replaced is saved too',
    file: auth('give'),
    from: 'if (sample === null || current !== mine) return;',
    to: 'if (sample === null) return;',
  },
  {
    id: 'double-tap',
    what: 'A second tap begins a second attempt',
    file: auth('give'),
    from: 'now - current.startedAt < SAME_TAP)) return;',
    to: 'now - current.startedAt < 0)) return;',
  },
  {
    id: 'double-submit',
    what: 'A second tap on 保存 saves a second time',
    file: auth('form'),
    from: "if (getState().busy !== '' || (submitting !== null && now - submitting.startedAt < SAME_TAP)) return;",
    to: 'void now;',
  },
  {
    id: 'busy-forever',
    what: 'The page stays busy after an error',
    file: auth('outcome'),
    from: "busy: '', progress: -1, notice: null } as const;",
    to: 'progress: -1, notice: null } as const;',
  },
  {
    id: 'cache-not-written',
    what: 'A saved profile is not kept for the next launch',
    file: auth('give'),
    from: '  pending = null;\n  remember(user);',
    to: '  pending = null;\n  void remember;',
  },
  {
    id: 'stale-answer-wins',
    what: 'A check that ends late brings back the profile from before it',
    file: auth('launch'),
    from: 'if (!afresh && !isSaveUnconfirmed() && (await verify())) return getState().user;',
    to: 'const { user: shown } = getState();\n  if (!afresh && !isSaveUnconfirmed() && (await verify())) return shown;',
  },
  {
    id: 'cancel-keeps-pending',
    what: '取消 leaves what was sent before there to be sent again',
    file: auth('form'),
    from: '  withdraw();\n  if (getState().busy',
    to: '  if (getState().busy',
  },
  {
    id: 'draft-lost',
    what: 'An error empties the form',
    file: auth('outcome'),
    from: "busy: '', progress: -1, notice: null } as const;",
    to: "busy: '', progress: -1, notice: null, draft: EMPTY } as const;",
  },
  {
    id: 'storage-throws',
    what: 'A full storage is an exception',
    file: services('storage'),
    from: '    wx.setStorageSync(key, { v: 1, value });\n    return true;\n  } catch {',
    to: '    wx.setStorageSync(key, { v: 1, value });\n    return true;\n  } catch (error) {\n    if (error) throw error;',
  },
  {
    id: 'deaf-listener',
    what: 'Who begins to listen is not told what is known already',
    file: auth('state'),
    from: '  listener(state);\n  return',
    to: '  return',
  },
  {
    id: 'setdata-everything',
    what: '`setData` is handed everything, changed or not',
    file: 'miniprogram/pages/user/view.ts',
    from: 'if (JSON.stringify(shown[key]) !== JSON.stringify(next[key])) changed[key]',
    to: 'changed[key]',
  },
  {
    id: 'key-in-response',
    what: "The mock's `onlogin` answers with the session key too",
    file: 'mock-server/backend/onlogin.ts',
    from: 'return json(200, body);',
    to: 'return json(200, { ...body, session_key: sessionKey });',
  },
  {
    id: 'key-in-storage',
    what: 'The session id that the phone stores holds the openid',
    file: 'mock-server/backend/onlogin.ts',
    from: 'const id = newSessionId();',
    to: "const id = newSessionId() + '.' + openid;",
  },
];
