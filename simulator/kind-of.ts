/** The kind of a value as WeChat's base library names it, of whichever realm: `String`, `Undefined`, `ArrayBuffer`, … */
export const kindOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);

/** Is it an ArrayBuffer? */
export const isArrayBuffer = (value: unknown): value is ArrayBuffer => kindOf(value) === 'ArrayBuffer';
