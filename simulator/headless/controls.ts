/** Form controls: their current values, the user's changes, and the values of a form. */
import { emptyPicker, pickerValue } from '../built-ins/picker-value';
import { fitting, typable } from '../built-ins/text-field';
import { attributeOf, nodeOf, tagOf } from './dom';
import { engine } from './engine/engine';
import { writeModel } from './engine/models';
import { orderOfCheck, typedInto, typeInto } from './engine/typed';
import { controlsIn, controlsOf, isFormField, nameOf } from './form-fields';

const TEXT_CONTROLS = new Set(['input', 'textarea']);

export function isTextControl(element: Element): boolean {
  return TEXT_CONTROLS.has(tagOf(element));
}

/** The attribute that holds a control's state. */
function stateName(element: Element): string {
  return ['switch', 'checkbox', 'radio'].includes(tagOf(element)) ? 'checked' : 'value';
}

/** The value of a checkbox or radio button as text: WeChat's property has the type String. */
const textOfChoice = (choice: Element): string => toText(attributeOf(choice, 'value'));

const toText = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** The checked controls of a group, in the order in which they were checked. */
function checkedIn(group: Element, tag: string): Element[] {
  return [...group.querySelectorAll(tag)]
    .filter((one) => stateOf(one))
    .sort((a, b) => orderOfCheck(nodeOf(a)) - orderOfCheck(nodeOf(b)));
}

/** The value that the user entered, else the value of the attribute. */
function stateOf(element: Element): unknown {
  const node = nodeOf(element);
  const typed = node === undefined ? undefined : typedInto(node);
  return typed === undefined ? attributeOf(element, stateName(element)) : typed.value;
}

/** A control's current value: a text, a boolean (switch, checkbox, radio), a number (slider), or a list. */
export function valueOfControl(element: Element): unknown {
  if (isFormField(element)) return nodeOf(element)?.data?.value;
  const state = stateOf(element);
  switch (tagOf(element)) {
    case 'checkbox-group':
      return checkedIn(element, 'wx-checkbox').map(textOfChoice);
    case 'radio-group': {
      const chosen = checkedIn(element, 'wx-radio').at(-1);
      return chosen === undefined ? '' : textOfChoice(chosen);
    }
    case 'radio': {
      // If several radio buttons of a group have `checked`, only the last one is checked.
      const group = element.closest('wx-radio-group');
      return Boolean(state) && (group === null || checkedIn(group, 'wx-radio').at(-1) === element);
    }
    case 'checkbox':
    case 'switch':
      return Boolean(state);
    case 'swiper': {
      const node = nodeOf(element);
      return node === undefined ? undefined : engine().swiperOf(node)?.current;
    }
    case 'slider':
      return Number(state ?? 0);
    case 'picker':
      return pickerValue(attributeOf(element, 'mode'), state);
    default:
      return isTextControl(element)
        ? fitting(toText(state), attributeOf(element, 'maxlength'))
        : (state ?? '');
  }
}

/** Changes a control as the user does. Returns the value that it accepts: a text is cut at `maxlength`. */
export function changeControl(element: Element, value: unknown): unknown {
  const node = nodeOf(element);
  if (node === undefined) return value;
  const taken =
    typeof value === 'string' && isTextControl(element)
      ? typable(value, tagOf(element), attributeOf(element, 'maxlength'))
      : value;
  const name = stateName(element);
  typeInto(node, taken);
  // `model:value="{{name}}"`: sets the data of the page, without a call of the page's `setData`.
  writeModel(node, name, taken);
  return taken;
}

/** The `detail.value` of the submit event. */
export function valuesOfForm(form: Element): Record<string, unknown> {
  return Object.fromEntries(controlsOf(form).map((control) => [nameOf(control), valueOfControl(control)]));
}

/**
 * Empties every control of the form, with or without a name, whatever its attributes: WeChat's own components set '' or
 * false (`resetFormData` in their source). A custom component that behaves like a control keeps its value.
 */
export function resetForm(form: Element): void {
  for (const control of [...controlsIn(form), ...form.querySelectorAll('wx-checkbox, wx-radio')]) {
    const node = nodeOf(control);
    if (node === undefined || isFormField(control)) continue;
    if (stateName(control) === 'checked') typeInto(node, false);
    else if (isTextControl(control)) typeInto(node, '');
    else if (tagOf(control) === 'slider') typeInto(node, Number(attributeOf(control, 'min') ?? 0));
    else if (tagOf(control) === 'picker') typeInto(node, emptyPicker(attributeOf(control, 'mode')));
  }
}
