/** Checks what an API is given as WeChat's base library does before it asks the phone (2.8.2, `paramCheck`). */
import { parameterError } from '../failure';
import { kindOf } from '../kind-of';

/**
 * The option with defaults for what it leaves out. A default says the type: a value of another one fails, also `undefined`
 * that is written out, as in `{ title: undefined }`.
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

/** Like `checked`, for parameters that must be there: their types, by name. */
export function required(option: object, types: Readonly<Record<string, 'String' | 'Number'>>): void {
  for (const [name, expected] of Object.entries(types)) {
    const value = (option as Record<string, unknown>)[name];
    if (kindOf(value) !== expected) throw parameterError(name, expected, value);
  }
}
