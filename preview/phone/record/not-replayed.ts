/** The log message for an action of another phone that could not be repeated on this phone. */
import type { ReplayResult, UserAction } from '../../record-steps';

function nameOf(action: UserAction): string {
  if ('locator' in action) return `${action.kind} “${action.locator.name}”`;
  if (action.kind === 'capsule') return `WeChat's buttons: ${action.state}`;
  const { step } = action;
  if (step.kind === 'answer') return `${step.of}.${step.call}`;
  if (step.kind === 'tab') return `tab ${step.page}`;
  return step.kind === 'other' ? step.what : step.kind;
}

/**
 * The message; undefined: no message. While the user types into a missing field, only the `focus` action has a message,
 * not each letter. A scroll has none, because a scroll on the first phone is not logged either.
 */
export function notReplayedMessage(action: UserAction, result: ReplayResult): string | undefined {
  if (result === 'done' || action.kind === 'input' || action.kind === 'blur' || action.kind === 'scroll')
    return undefined;
  const why = result === 'covered' ? 'it is covered on this phone' : 'it is not on this phone';
  return `linked input: ${nameOf(action)}: ${why}`;
}
