/** Which controls belong to a form: across components, as far as their behaviors `wx://form-field…` say so. */
import { attributeOf, nodeOf, tagOf } from './dom';
import { behaviorIds } from './engine/built-ins';
import type { EngineNode } from './engine/engine';

const CONTROLS = 'wx-input, wx-textarea, wx-switch, wx-slider, wx-picker, wx-checkbox-group, wx-radio-group';

/** Is this a custom component that a form takes for a control? */
export function isFormField(element: Element): boolean {
  return hasBehavior(nodeOf(element), 'wx://form-field');
}

/** The controls of a form, in the order of the page. */
export function controlsIn(form: Element): Element[] {
  return [...form.querySelectorAll('*')].filter(
    (element) =>
      (element.matches(CONTROLS) || isFormField(element)) && isWithin(element, form, 'wx://form-field-group'),
  );
}

/** The controls with a name: `submit` holds their values. */
export function controlsOf(form: Element): Element[] {
  return controlsIn(form).filter((control) => nameOf(control) !== '');
}

/** What the form calls a control; empty when it has no name. */
export function nameOf(control: Element): string {
  const name = isFormField(control) ? nodeOf(control)?.data?.name : attributeOf(control, 'name');
  return name === undefined || name === null ? '' : String(name);
}

/** The form that a `form-type` button acts on. */
export function formOfButton(button: Element): Element | null {
  const form = button.closest('wx-form');
  if (form === null) return null;
  return isWithin(button, form, 'wx://form-field-button') || isWithin(button, form, 'wx://form-field-group')
    ? form
    : null;
}

/** Does it stand in the form's own component, or only in components that have this behavior? */
function isWithin(element: Element, form: Element, behavior: string): boolean {
  const owner = nodeOf(form)?.ownerShadowRoot;
  for (let node = nodeOf(element); node !== undefined; node = node.ownerShadowRoot?.getHostNode()) {
    if (node.ownerShadowRoot === owner) return true;
    if (!hasBehavior(node.ownerShadowRoot?.getHostNode(), behavior)) return false;
  }
  return false;
}

function hasBehavior(node: EngineNode | undefined, name: string): boolean {
  const [id] = behaviorIds([name]);
  return typeof id === 'string' && node?.hasBehavior?.(id) === true;
}

/** Is this `<input type="nickname">`? */
export function isNickname(element: Element): boolean {
  return tagOf(element) === 'input' && attributeOf(element, 'type') === 'nickname';
}
