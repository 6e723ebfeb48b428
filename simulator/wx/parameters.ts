/** Checks the parameters of an API as WeChat's base library does before the call (2.8.2, `paramCheck`). */

import { kindOf } from '../kind-of';
import { parameterError } from '../phone/failure';

/**
 * Adds defaults for missing fields. The default also determines the type: a value of another type fails, even an
 * explicit `undefined`, as in `{ title: undefined }`.
 * @throws ApiFailure `parameter error: parameter.title should be String instead of Undefined;`
 */
export function checked<D extends Readonly<Record<string, unknown>>>(option: object, defaults: D): D {
  const all = { ...defaults, ...option } as D;
  for (const [name, otherwise] of Object.entries(defaults)) {
    const expected = kindOf(otherwise);
    if (kindOf(all[name]) !== expected) throw parameterError(name, expected, all[name]);
  }
  return all;
}

/** Like `checked`, for required parameters: `types` contains their types, by name. */
export function required(option: object, types: Readonly<Record<string, 'String' | 'Number'>>): void {
  for (const [name, expected] of Object.entries(types)) {
    const value = (option as Record<string, unknown>)[name];
    if (kindOf(value) !== expected) throw parameterError(name, expected, value);
  }
}
