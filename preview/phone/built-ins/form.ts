/** `<form>`: collects the values of the named fields inside it. */
import { builtIn, type Part, partOf } from './define';

/** A field of a form. */
export interface FieldPart extends Part {
  /** undefined = not part of what is sent (an unnamed field is never asked). */
  fieldValue(): unknown;
  reset(): void;
  fieldName(): string;
}

/** What a button of the form calls, with itself. */
export interface FormPart extends Part {
  submit(by: Element): void;
  reset(by: Element): void;
}

const isField = (part: Part | undefined): part is FieldPart => part !== undefined && 'fieldValue' in part;

function fieldsOf(form: Element): FieldPart[] {
  return [...form.querySelectorAll('*')].map(partOf).filter(isField);
}

/** `<form>`: fires `submit` with the values by name, and `reset`. */
export const form = builtIn('form', { reportSubmit: false, reportSubmitTimeout: 0 }, (host): FormPart => {
  const target = (by: Element) => ({ id: by.id, dataset: {} });
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
