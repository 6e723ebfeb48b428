/** Mistakes in what the page shows, what the phone keeps, and what the mock tells. */
import { auth, type Breakage, services } from './breakage';

export const REST: readonly Breakage[] = [
  {
    id: 'busy-forever',
    what: 'The page stays busy after a save that failed',
    file: auth('machine'),
    from: 'return [{ ...state, lane: resting, notice, pending }, effects];',
    to: 'return [{ ...state, lane, notice, pending }, effects];',
  },
  {
    id: 'cache-not-written',
    what: 'A saved profile is not kept for the next launch',
    file: auth('machine'),
    from: "const effects: Effect[] = [{ type: 'remember', person }, { type: 'unmarkSave' }];",
    to: "const effects: Effect[] = [{ type: 'unmarkSave' }];",
  },
  {
    id: 'stale-answer-wins',
    what: 'A check that ends late brings back the profile from before it',
    file: auth('machine'),
    from: 'const newer = saves !== state.saves || saving;',
    to: 'const newer = saves < 0 || (saving && false);',
  },
  {
    id: 'cancel-keeps-pending',
    what: '取消 leaves what was sent before there to be sent again',
    file: auth('machine'),
    from: 'return cancelled({ ...state, pending: null });',
    to: 'return cancelled(state);',
  },
  {
    id: 'draft-lost',
    what: 'An error empties the form',
    file: auth('machine'),
    from: 'const form = { ...before.form, unanswered };',
    to: 'const form = { ...CLOSED, open: before.form.open, unanswered };',
  },
  {
    id: 'storage-throws',
    what: 'A full storage is an exception',
    file: services('storage'),
    from: '        wx.setStorageSync(prefix + key, { v: 1, value });\n        return true;\n      } catch {',
    to: '        wx.setStorageSync(prefix + key, { v: 1, value });\n        return true;\n      } catch (error) {\n        if (error) throw error;',
  },
  {
    id: 'deaf-listener',
    what: 'A new listener is not told what is known already',
    file: auth('store'),
    from: '      listener(snapshot);\n      return',
    to: '      return',
  },
  {
    id: 'setdata-everything',
    what: '`setData` is handed everything, changed or not',
    file: auth('show'),
    from: 'if (JSON.stringify(before[key]) !== JSON.stringify(after[key])) changed[key]',
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
    what: 'A person whom no server has confirmed is not looked up again when no notice says so any more',
    file: auth('machine'),
    from: '(trust.saveUnanswered || unsaid)',
    to: '(trust.saveUnanswered || (unsaid && false))',
  },
];
