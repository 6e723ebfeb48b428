/** Form controls: what a person has typed or switched, and what a form collects. */
import { attributeOf, nodeOf, tagOf } from './dom';
import { writeModel } from './engine/models';
import { typedInto, typeInto } from './engine/typed';
import { controlsOf, isFormField, nameOf } from './form-fields';

const TEXT_CONTROLS = new Set(['input', 'textarea']);
/** `maxlength` of input and textarea where none is given. */
const DEFAULT_MAX_LENGTH = 140;

/** Is this an input or a textarea? */
export function isTextControl(element: Element): boolean {
  return TEXT_CONTROLS.has(tagOf(element));
}

/** Which attribute holds a control's state. */
function stateName(element: Element): string {
  return ['switch', 'checkbox', 'radio'].includes(tagOf(element)) ? 'checked' : 'value';
}

/** A control's present value: a text, a boolean (switch, checkbox, radio), or a list (checkbox-group). */
export function valueOfControl(element: Element): unknown {
  const node = nodeOf(element);
  if (isFormField(element)) return node?.data?.value;
  switch (tagOf(element)) {
    case 'checkbox-group':
      return [...element.querySelectorAll('wx-checkbox')]
        .filter((box) => valueOfControl(box))
        .map((box) => attributeOf(box, 'value') ?? '');
    case 'radio-group': {
      const chosen = [...element.querySelectorAll('wx-radio')].find((radio) => valueOfControl(radio));
      return chosen === undefined ? '' : (attributeOf(chosen, 'value') ?? '');
    }
    default: {
      const typed = node === undefined ? undefined : typedInto(node);
      if (typed !== undefined) return typed.value;
      const attribute = attributeOf(element, stateName(element));
      if (stateName(element) === 'checked') return Boolean(attribute);
      return tagOf(element) === 'slider' ? Number(attribute ?? 0) : (attribute ?? '');
    }
  }
}

/** The person changes a control. Returns the value that it takes: a text is cut at `maxlength`. */
export function changeControl(element: Element, value: unknown): unknown {
  const node = nodeOf(element);
  if (node === undefined) return value;
  const taken = typeof value === 'string' && isTextControl(element) ? cut(element, value) : value;
  const name = stateName(element);
  typeInto(node, taken);
  // `model:value="{{name}}"`: the data follows, without a call of the page's `setData`.
  writeModel(node, name, taken);
  return taken;
}

function cut(element: Element, text: string): string {
  const given = attributeOf(element, 'maxlength');
  const limit = given === undefined ? DEFAULT_MAX_LENGTH : Number(given);
  return limit >= 0 && text.length > limit ? text.slice(0, limit) : text;
}

/** What `bindsubmit` gets as `detail.value`. */
export function valuesOfForm(form: Element): Record<string, unknown> {
  return Object.fromEntries(controlsOf(form).map((control) => [nameOf(control), valueOfControl(control)]));
}

/**
 * Every control of the form becomes empty, whatever its attribute says: WeChat's own components set '' or false
 * (`resetFormData` in their source). A component that only behaves like a control stays as it is.
 */
export function resetForm(form: Element): void {
  for (const control of [...controlsOf(form), ...form.querySelectorAll('wx-checkbox, wx-radio')]) {
    const node = nodeOf(control);
    if (node === undefined || isFormField(control)) continue;
    if (stateName(control) === 'checked') typeInto(node, false);
    else if (isTextControl(control)) typeInto(node, '');
    else if (tagOf(control) === 'slider') typeInto(node, Number(attributeOf(control, 'min') ?? 0));
    else if (tagOf(control) === 'picker') typeInto(node, isMultiple(control) ? [] : '');
  }
}

function isMultiple(picker: Element): boolean {
  return attributeOf(picker, 'mode') === 'multiSelector' || attributeOf(picker, 'mode') === 'region';
}
