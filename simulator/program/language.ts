/** The global names of the JavaScript language: WeChat's logic layer and browsers both have them. */
export const LANGUAGE: readonly string[] = (
  'Array ArrayBuffer BigInt Boolean DataView Date Error EvalError Float32Array Float64Array Function Int8Array ' +
  'Int16Array Int32Array Intl JSON Map Math Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set ' +
  'String Symbol SyntaxError TypeError URIError Uint8Array Uint8ClampedArray Uint16Array Uint32Array WeakMap WeakSet ' +
  'isFinite isNaN parseFloat parseInt encodeURIComponent decodeURIComponent encodeURI decodeURI escape unescape'
).split(' ');
