/** The value that a form gets of a `<picker>`: what WeChat's own component hands out (base library 2.8.2). */

/** @param value The attribute, or what the person chose; undefined and null: nothing. */
export function pickerValue(mode: unknown, value: unknown): unknown {
  if (mode === 'region') return Array.isArray(value) ? value : [];
  return value ?? '';
}

/** What a reset of the form leaves: a selector says -1, the others ''. */
export function emptyPicker(mode: unknown): unknown {
  return mode === undefined || mode === '' || mode === 'selector' ? -1 : '';
}
