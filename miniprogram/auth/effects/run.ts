/** Runs the effects of the machine, and dispatches their results as events. */
import type { AuthApi } from '../../services/auth-api';
import type { Effect, Event } from '../events';
import { canIUse } from '../platform';
import type { State } from '../state';
import type { Texts } from '../texts';
import type { Way } from '../types';
import { ask, askAgain } from './ask';
import { check } from './check';
import { failureOf } from './failure';
import { askPhone } from './phone';
import type { Privacy } from './privacy';
import { type Save, save } from './save';
import type { Session } from './session';

interface Tools {
  api: AuthApi;
  session: Session;
  privacy: Privacy;
  texts: Texts;
  dispatch(event: Event): void;
}

/** Returns the function that runs an effect. It never throws. */
export function createRun({ api, session, privacy, texts, dispatch }: Tools) {
  let saving: Save | null = null;

  return (effect: Effect, { person, ways, way: at, reads }: State): void => {
    const way: Way | undefined = ways[at];
    switch (effect.type) {
      case 'check': {
        const { run, login } = effect;
        check(session, way, login, person !== null).then(
          (found) => dispatch({ type: 'checked', run, reads, ...found }),
          (error) => dispatch({ type: 'checkFailed', run, failure: failureOf(error, api, session) }),
        );
        break;
      }
      case 'ask':
        if (way) void ask(way, effect, session).then(dispatch);
        break;
      case 'askAgain':
        if (way) void askAgain(way, effect.id, session).then(dispatch);
        break;
      case 'askConsent': {
        const { id } = effect;
        const reviews = canIUse('input.bindnicknamereview');
        void privacy.askConsent().then((agreed) => dispatch({ type: 'consented', id, agreed, reviews }));
        break;
      }
      case 'save': {
        const { id, sample } = effect;
        saving = save(api, session, way, sample, {
          sent: () => dispatch({ type: 'saveSent', id }),
          progressed: (percent) => dispatch({ type: 'progressed', id, percent }),
        });
        saving.done.then(
          (person) => dispatch({ type: 'saved', id, person }),
          (error) => dispatch({ type: 'saveFailed', id, failure: failureOf(error, api, session) }),
        );
        break;
      }
      case 'abortSave':
        saving?.abort();
        break;
      case 'bindPhone':
      case 'lookUpPhone':
        void askPhone(api, session, effect, reads).then(dispatch);
        break;
      case 'endSession': {
        const ended = session.end();
        // The session has already ended on this phone, so a failure of the server changes nothing.
        if (ended !== null) api.logout?.(ended).catch(() => null);
        break;
      }
      case 'answerPrivacy':
        privacy.answer(effect.agreed);
        break;
      case 'toast':
        wx.showToast({ title: texts[effect.text], icon: 'success', duration: 1500 });
        break;
    }
  };
}
