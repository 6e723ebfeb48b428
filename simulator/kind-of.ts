/**
 * The type name of a value, as WeChat's base library computes it: `String`, `Undefined`, `ArrayBuffer`, … It also works
 * for values of another realm.
 */
export const kindOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);

export const isArrayBuffer = (value: unknown): value is ArrayBuffer => kindOf(value) === 'ArrayBuffer';
