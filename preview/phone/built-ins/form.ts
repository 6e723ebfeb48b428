/**
 * `<form>`: collects the values of its named fields, also of fields inside components with `wx://form-field…`
 * behaviors.
 */
import { nodeOf } from '../engine/dispatch';
import { hasBehavior, isWithin } from '../engine/form-behaviors';
import { apiOf, type BuiltInApi, builtIn } from './define';

/** A field of a form. */
export interface FieldApi extends BuiltInApi {
  /** undefined: `submit` does not contain this field. */
  fieldValue(): unknown;
  reset(): void;
  /** Empty: `submit` does not contain this field. */
  fieldName(): string;
}

/** The interface of a form for its buttons. `by`: the button. */
export interface FormApi extends BuiltInApi {
  submit(by: Element): void;
  reset(by: Element): void;
}

const isField = (api: BuiltInApi | undefined): api is FieldApi => api !== undefined && 'fieldValue' in api;

/**
 * The field of a custom component with the behavior `wx://form-field`. It uses the component's properties `name` and
 * `value`.
 */
function customField(element: Element): FieldApi | undefined {
  const component = nodeOf(element)?.asGeneralComponent();
  if (!component || component.$$ !== (element as unknown) || !hasBehavior(component, 'wx://form-field')) {
    return undefined;
  }
  const data = component.data as { name?: unknown; value?: unknown };
  return {
    fieldName: () => (data.name === undefined || data.name === null ? '' : String(data.name)),
    fieldValue: () => (component.data as typeof data).value,
    reset() {},
  };
}

function fieldsOf(form: Element): FieldApi[] {
  const formNode = nodeOf(form);
  return [...form.querySelectorAll('*')].flatMap((element) => {
    const own = apiOf(element);
    const field = isField(own) ? own : customField(element);
    const node = nodeOf(element);
    const belongs = node && formNode && isWithin(node, formNode, ['wx://form-field-group']);
    return field && belongs ? [field] : [];
  });
}

/**
 * The form around a `form-type` button. undefined: there is none, or a component between them lacks the behavior that
 * lets the button reach the form.
 */
export function formOfButton(button: Element): FormApi | undefined {
  const form = button.closest('wx-form');
  const [node, formNode] = [nodeOf(button), nodeOf(form)];
  if (form === null || !node || !formNode) return undefined;
  const reaches =
    isWithin(node, formNode, ['wx://form-field-button']) ||
    isWithin(node, formNode, ['wx://form-field-group']);
  return reaches ? (apiOf(form) as FormApi | undefined) : undefined;
}

/** `<form>`: fires `submit` with an object of names and values, and `reset`. */
export const form = builtIn('form', { reportSubmit: false, reportSubmitTimeout: 0 }, (host): FormApi => {
  const target = (by: Element) => ({ id: by.id, dataset: { ...nodeOf(by)?.dataset } });
  return {
    submit(by) {
      const value: Record<string, unknown> = {};
      for (const field of fieldsOf(host.element)) {
        const content = field.fieldValue();
        if (field.fieldName() !== '' && content !== undefined) value[field.fieldName()] = content;
      }
      const formId = host.values.reportSubmit ? { formId: 'the formId is a mock one' } : {};
      host.emit('submit', { value, target: target(by), ...formId });
    },
    reset(by) {
      for (const field of fieldsOf(host.element)) field.reset();
      host.emit('reset', { target: target(by) });
    },
  };
});
