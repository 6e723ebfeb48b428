/** Decides when `requireUser` resolves with false. */
import type { Event } from '../events';
import { askOf, isLoginOf, type State, wayOf } from '../state';

/** Whether `requireUser` ends without a profile after this event. */
export function isRefusal(before: State, after: State, event: Event): boolean {
  const isIdle = after.lane.at === 'idle' || after.lane.at === 'resting';
  switch (event.type) {
    case 'loggedOut':
    case 'checkFailed':
      return true;
    case 'cancelTapped':
      return isIdle;
    case 'consented':
    case 'privacyAnswered':
      return !event.agreed;
    case 'notGiven':
    case 'denied':
    case 'given':
      // If another way is left, it asks next.
      return isIdle && (after.way === before.way || wayOf(after) === undefined);
    case 'saveFailed':
      // The form stays open for another attempt.
      return wayOf(after)?.asks !== 'form';
    default:
      return isLoginOf(after) === 2 && ['contact', 'none'].indexOf(askOf(after)) >= 0;
  }
}
