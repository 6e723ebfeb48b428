/** Describes the user's steps and actions in the shell's language. */
import type { RecordedStep, RecordedTarget, UserAction } from '../../record-steps';
import { texts } from '../state';

const targetText = (on: RecordedTarget): string =>
  `${'text' in on ? `“${on.text}”` : on.selector}${on.nth === undefined ? '' : ` ${on.nth + 1}`}`;

/** Describes a recorded step. */
export function stepText(step: RecordedStep): string {
  const t = texts.value.record.steps;
  switch (step.kind) {
    case 'tap':
      return `${t.tap} ${targetText(step.on)}`;
    case 'type':
      return `${t.type} “${step.text}” → ${step.name || targetText(step.into)}`;
    case 'answer':
      return `${step.of}.${step.call}(${step.args.filter((one) => typeof one !== 'object').join(', ')})`;
    case 'back':
      return t.back;
    case 'tab':
      return `${t.tab} ${step.page}`;
    case 'relaunch':
      return t.relaunch;
    case 'online':
      return step.online ? t.online : t.offline;
    case 'other':
      return step.what;
  }
}

/** Describes an action that a linked phone could not repeat, for the message. */
export function actionText(action: UserAction): string {
  const t = texts.value.beside.actions;
  switch (action.kind) {
    case 'step':
      return action.step.kind === 'other' && action.step.action
        ? t[action.step.action]
        : stepText(action.step);
    case 'capsule':
      return t.capsule;
    case 'tap':
      return `${texts.value.record.steps.tap} ${action.on ? targetText(action.on) : `“${action.locator.name}”`}`;
    case 'touch':
      return `${t.touch} “${action.locator.name}”`;
    case 'scroll':
      return `${t.scroll} “${action.locator.name}”`;
    case 'confirm':
      return `${t.confirm} “${action.locator.name}”`;
    default:
      return `${texts.value.record.steps.type} → “${action.locator.name}”`;
  }
}
