/** Keywords and constants of WXS (reference/wxs/02variate.html; Math, Number and Date as in WeChat's compiler). */

/** Words that cannot be variables, parameters, or names after a dot or before a colon. */
export const RESERVED: ReadonlySet<string> = new Set(
  (
    'delete void typeof null undefined NaN Infinity var if else true false require this function arguments return ' +
    'for while do break continue switch case default Math Number Date'
  ).split(' '),
);

/** Words with a fixed value. No dot, bracket or call may follow them. */
export const CONSTANTS: ReadonlySet<string> = new Set(['null', 'undefined', 'NaN', 'Infinity']);

/** Objects of the library whose names are keywords. */
export const LIBRARY: ReadonlySet<string> = new Set(['Math', 'Number', 'Date']);

/**
 * JavaScript keywords that are ordinary names in WXS → what to write instead. Between two expressions on one line
 * WeChat's compiler assumes a semicolon, so it accepts `let x = 1` as `let; x = 1`, which fails when it runs.
 */
export const JAVASCRIPT: Readonly<Record<string, string>> = {
  let: 'use var',
  const: 'use var',
  class: 'use functions and objects',
  new: 'use getDate() or getRegExp()',
  throw: 'return a value that says what is wrong',
  try: 'test the values beforehand',
  catch: 'test the values beforehand',
  finally: 'test the values beforehand',
  in: 'compare with undefined, or use an array',
  of: 'use for (var i = 0; i < list.length; i++)',
  instanceof: "compare constructor with a name, such as 'Array'",
  with: 'write the object before each name',
  async: 'WXS is synchronous',
  await: 'WXS is synchronous',
  yield: 'use an array',
  import: "use require('./file.wxs')",
  export: 'assign to module.exports',
  extends: 'use functions and objects',
  debugger: 'use console.log()',
};

/** The message for a keyword of JavaScript that WXS does not have. */
export const noSuch = (word: string): string => `WXS has no "${word}": ${JAVASCRIPT[word]}`;
