/** Mistakes between a tap on 一键绑定 and a number on the page. */
import { auth, type Breakage, steps } from './breakage';

export const NUMBER: readonly Breakage[] = [
  {
    id: 'number-not-looked-up',
    what: 'After a login the server is not asked which number is bound',
    file: steps('phone'),
    from: "todo.push({ type: 'lookUpPhone', attempt });",
    to: '',
  },
  {
    id: 'old-check-unbinds',
    what: 'A check that began before a number was bound takes it away',
    file: steps('phone'),
    from: '|| phone.binding || phone.boundIn === run',
    to: '',
  },
  {
    id: 'unknown-is-none',
    what: 'Without an answer to the question for the number, one can be bound although one may be bound already',
    file: steps('phone'),
    from: '!blocked && phone.number !== null',
    to: '!blocked',
  },
  {
    id: 'bound-twice',
    what: 'A second event of the button binds a second time',
    file: steps('phone'),
    from: 'if (state.phone === null || state.phone.binding || state.loggedOut) return state;',
    to: 'if (state.phone === null) return state;',
  },
  {
    id: 'number-outlives-logout',
    what: 'The number is still known after a logout',
    file: steps('session'),
    from: '    phone: state.phone && NO_NUMBER,\n',
    to: '',
  },
  {
    id: 'no-answer-no-words',
    what: 'A bind without an answer is not said',
    file: steps('phone'),
    from: 'return { ...withPhone(ended, { stale: true }), notice: noticeOf(failure) };',
    to: 'return withPhone(ended, { stale: true });',
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
    file: steps('phone'),
    from: '(received === undefined ? number : received)',
    to: '(received ?? number)',
  },
  {
    id: 'number-alone-is-read',
    what: 'The answer that brings the number after a login does not change the person',
    file: steps('phone'),
    from: 'personFound(before, found.user, reads)',
    to: 'before',
  },
  {
    id: 'number-not-remembered',
    what: 'The phone does not remember the number',
    file: auth('kept'),
    from: 'phone: phone?.number || null,',
    to: 'phone: null,',
  },
];
