/** Mistakes on the way from a tap on 一键绑定 to a number on the page. */
import { auth, type Breakage, effects } from './breakage';

export const NUMBER: readonly Breakage[] = [
  {
    id: 'number-not-looked-up',
    what: 'After a login the server is not asked which number is bound',
    file: auth('machine'),
    from: "by === 'login' ? { stale: true }",
    to: "by === 'login' ? {}",
  },
  {
    id: 'old-check-unbinds',
    what: 'A check that began before a number was bound takes it away',
    file: auth('machine'),
    from: '|| phone.binding || phone.boundIn === run',
    to: '',
  },
  {
    id: 'bound-twice',
    what: 'A second event of the button binds a second time',
    file: auth('machine'),
    from: 'if (state.phone === null || state.phone.binding || state.loggedOut) return stay(state);',
    to: 'if (state.phone === null) return stay(state);',
  },
  {
    id: 'number-outlives-logout',
    what: 'The number is still known after a logout',
    file: auth('machine'),
    from: '          phone: state.phone && NO_NUMBER,\n',
    to: '',
  },
  {
    id: 'no-answer-no-words',
    what: 'A bind without an answer is not said',
    file: auth('machine'),
    from: '{ ...over, stale: true }), notice };',
    to: '{ ...over, stale: true }) };',
  },
  {
    id: 'refusal-is-failure',
    what: 'A person who refuses to give their number is told that something went wrong',
    file: auth('ways/phone'),
    from: "if (/deny|denied|cancel|privacy/i.test(errMsg)) return { problem: '' };",
    to: '',
  },
  {
    id: 'no-number-is-no-answer',
    what: 'A number that was deleted on the server stays on the page after a login',
    file: effects('phone'),
    from: "return found ? (found.phone ?? '') : null;",
    to: 'return found?.phone ?? null;',
  },
  {
    id: 'number-not-remembered',
    what: 'The phone does not remember the number',
    file: auth('create-auth'),
    from: "if (!effect.number || !storage.keep('phone', effect.number)) storage.drop('phone');",
    to: "storage.drop('phone');",
  },
];
