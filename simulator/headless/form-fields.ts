/**
 * The controls that belong to a form. Custom components can contain such controls if they have the behaviors
 * `wx://form-field…`.
 */
import { attributeOf, nodeOf, tagOf } from './dom';
import { behaviorIds } from './engine/built-ins';
import type { EngineNode } from './engine/engine';

const CONTROLS = 'wx-input, wx-textarea, wx-switch, wx-slider, wx-picker, wx-checkbox-group, wx-radio-group';

/** Is this a custom component that a form treats as a control? */
export function isFormField(element: Element): boolean {
  return hasBehavior(nodeOf(element), 'wx://form-field');
}

/** The controls of a form, in document order. */
export function controlsIn(form: Element): Element[] {
  return [...form.querySelectorAll('*')].filter(
    (element) =>
      (element.matches(CONTROLS) || isFormField(element)) && isWithin(element, form, 'wx://form-field-group'),
  );
}

/** The controls with a name: the submit event contains their values. */
export function controlsOf(form: Element): Element[] {
  return controlsIn(form).filter((control) => nameOf(control) !== '');
}

/** The name of a control in its form; empty if it has none. */
export function nameOf(control: Element): string {
  const name = isFormField(control) ? nodeOf(control)?.data?.name : attributeOf(control, 'name');
  return name === undefined || name === null ? '' : String(name);
}

/** The form that a button with `form-type` submits or resets. */
export function formOfButton(button: Element): Element | null {
  const form = button.closest('wx-form');
  if (form === null) return null;
  return isWithin(button, form, 'wx://form-field-button') || isWithin(button, form, 'wx://form-field-group')
    ? form
    : null;
}

/** Is the element in the form's own component, or only inside components that have this behavior? */
function isWithin(element: Element, form: Element, behavior: string): boolean {
  const owner = nodeOf(form)?.ownerShadowRoot;
  for (let node = nodeOf(element); node !== undefined; node = node.ownerShadowRoot?.getHostNode()) {
    if (node.ownerShadowRoot === owner) return true;
    if (!hasBehavior(node.ownerShadowRoot?.getHostNode(), behavior)) return false;
  }
  return false;
}

/** @param name WeChat's name of a built-in behavior, or a value that `Behavior()` returned */
export function hasBehavior(node: EngineNode | undefined, name: string): boolean {
  const [id] = behaviorIds([name]);
  return typeof id === 'string' && node?.hasBehavior?.(id) === true;
}

export function isNickname(element: Element): boolean {
  return tagOf(element) === 'input' && attributeOf(element, 'type') === 'nickname';
}
