/** Mistakes in what the page shows, what the phone keeps, and what the mock tells. */
import { auth, type Breakage, services } from './breakage';

export const REST: readonly Breakage[] = [
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
  {
    id: 'unsaid-doubt',
    what: 'A person whom nobody has confirmed is not looked up again when nothing says so any more',
    file: auth('launch'),
    from: '(isSaveUnconfirmed() || unsaid)',
    to: '(isSaveUnconfirmed() || (unsaid && false))',
  },
];
