/** The value of a `<picker>` in a form, as WeChat's own component returns it (base library 2.8.2). */

/** @param value The attribute, or the user's choice; undefined or null if there is none. */
export function pickerValue(mode: unknown, value: unknown): unknown {
  if (mode === 'region') return Array.isArray(value) ? value : [];
  return value ?? '';
}

/** The value after a reset of the form: -1 for a selector, '' for other modes. */
export function emptyPicker(mode: unknown): unknown {
  return mode === undefined || mode === '' || mode === 'selector' ? -1 : '';
}
