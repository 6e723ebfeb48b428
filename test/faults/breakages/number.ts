/** Mistakes between a tap on 一键绑定 and a number on the page. */
import { auth, type Breakage, steps } from './breakage';

export const NUMBER: readonly Breakage[] = [
  {
    id: 'number-not-looked-up',
    what: 'After a login the bound number is not requested from the server',
    file: steps('phone'),
    from: "todo.push({ type: 'lookUpPhone', attempt });",
    to: '',
  },
  {
    id: 'old-check-unbinds',
    what: 'A check that started before a bind removes the bound number',
    file: steps('phone'),
    from: '|| phone.binding || phone.boundIn === run',
    to: '',
  },
  {
    id: 'unknown-is-none',
    what: 'A number can be bound while it is unknown whether one is bound',
    file: steps('phone'),
    from: '!blocked && phone.number !== null',
    to: '!blocked',
  },
  {
    id: 'bound-twice',
    what: 'A second event of the button binds the number again',
    file: steps('phone'),
    from: 'if (state.phone === null || state.phone.binding || state.loggedOut) return state;',
    to: 'if (state.phone === null) return state;',
  },
  {
    id: 'number-outlives-logout',
    what: 'The number stays in the state after a logout',
    file: steps('session'),
    from: '    phone: state.phone && NO_NUMBER,\n',
    to: '',
  },
  {
    id: 'no-answer-no-notice',
    what: 'A bind without an answer shows no notice',
    file: steps('phone'),
    from: 'return { ...withPhone(ended, { stale: true }), notice: noticeOf(failure) };',
    to: 'return withPhone(ended, { stale: true });',
  },
  {
    id: 'refusal-is-failure',
    what: 'A user who refuses to give the number sees an error',
    file: auth('ways/phone'),
    from: "if (/deny|denied|cancel|privacy/i.test(errMsg)) return { problem: '' };",
    to: '',
  },
  {
    id: 'no-number-is-no-answer',
    what: 'A number that was deleted on the server stays on the page after a login',
    file: steps('phone'),
    from: '(received === undefined ? number : received)',
    to: '(received ?? number)',
  },
  {
    id: 'number-without-profile',
    what: 'The answer with the number after a login does not update the profile',
    file: steps('phone'),
    from: 'personFound(before, found.user, reads)',
    to: 'before',
  },
  {
    id: 'number-not-remembered',
    what: 'The number is not written to the storage',
    file: auth('kept'),
    from: 'phone: phone?.number || null,',
    to: 'phone: null,',
  },
];
