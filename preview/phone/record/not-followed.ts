/** The log message for an action of another phone that could not be repeated on this phone. */
import type { Followed, UserAct } from '../../record-steps';

function nameOf(act: UserAct): string {
  if ('seat' in act) return `${act.kind} “${act.seat.name}”`;
  if (act.kind === 'capsule') return `WeChat's buttons: ${act.state}`;
  const { step } = act;
  if (step.kind === 'answer') return `${step.of}.${step.call}`;
  if (step.kind === 'tab') return `tab ${step.page}`;
  return step.kind === 'other' ? step.what : step.kind;
}

/**
 * The message; undefined: no message. While the user types into a missing field, only the `focus` action has a message,
 * not each letter. A scroll has none, because a scroll on the first phone is not logged either.
 */
export function notRepeatedMessage(act: UserAct, followed: Followed): string | undefined {
  if (followed === 'done' || act.kind === 'input' || act.kind === 'blur' || act.kind === 'scroll')
    return undefined;
  const why = followed === 'covered' ? 'it is covered on this phone' : 'it is not on this phone';
  return `linked input: ${nameOf(act)}: ${why}`;
}
