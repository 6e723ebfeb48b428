/** Form controls: what a person has typed or switched, and what a form collects. */
import { emptyPicker, pickerValue } from '../picker-value';
import { fitting, typable } from '../text-field';
import { attributeOf, nodeOf, tagOf } from './dom';
import { engine } from './engine/engine';
import { writeModel } from './engine/models';
import { orderOfCheck, typedInto, typeInto } from './engine/typed';
import { controlsIn, controlsOf, isFormField, nameOf } from './form-fields';

const TEXT_CONTROLS = new Set(['input', 'textarea']);

/** Is this an input or a textarea? */
export function isTextControl(element: Element): boolean {
  return TEXT_CONTROLS.has(tagOf(element));
}

/** Which attribute holds a control's state. */
function stateName(element: Element): string {
  return ['switch', 'checkbox', 'radio'].includes(tagOf(element)) ? 'checked' : 'value';
}

/** What WeChat makes of the value of a box or a radio button: their property is a text. */
const textOfChoice = (choice: Element): string => toText(attributeOf(choice, 'value'));

const toText = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** The checked ones in a group: in the order in which they were checked. */
function checkedIn(group: Element, tag: string): Element[] {
  return [...group.querySelectorAll(tag)]
    .filter((one) => stateOf(one))
    .sort((a, b) => orderOfCheck(nodeOf(a)) - orderOfCheck(nodeOf(b)));
}

/** What was typed or switched, else what the attribute says. */
function stateOf(element: Element): unknown {
  const node = nodeOf(element);
  const typed = node === undefined ? undefined : typedInto(node);
  return typed === undefined ? attributeOf(element, stateName(element)) : typed.value;
}

/** A control's present value: a text, a boolean (switch, checkbox, radio), a number (slider), or a list. */
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
      // Of several that are checked in one group the last counts: it takes the check from the others.
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

/** The person changes a control. Returns the value that it takes: a text is cut at `maxlength`. */
export function changeControl(element: Element, value: unknown): unknown {
  const node = nodeOf(element);
  if (node === undefined) return value;
  const taken =
    typeof value === 'string' && isTextControl(element)
      ? typable(value, tagOf(element), attributeOf(element, 'maxlength'))
      : value;
  const name = stateName(element);
  typeInto(node, taken);
  // `model:value="{{name}}"`: the data follows, without a call of the page's `setData`.
  writeModel(node, name, taken);
  return taken;
}

/** What `bindsubmit` gets as `detail.value`. */
export function valuesOfForm(form: Element): Record<string, unknown> {
  return Object.fromEntries(controlsOf(form).map((control) => [nameOf(control), valueOfControl(control)]));
}

/**
 * Every control of the form becomes empty, named or not and whatever its attribute says: WeChat's own components set ''
 * or false (`resetFormData` in their source). A component that only behaves like a control stays as it is.
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
