/**
 * Converts swc's error for a script that is not JavaScript to a message with file, line, column and reason, like the
 * preview's.
 */
const { dirname, relative, sep } = require('node:path');
const { rootOf } = require('./root.cjs');

/** Matches `12 | code`; below it is a line such as `   : ^`. */
const LINE = /^(\s*(\d+) [|│] ?)(.*)$/;
const MARKS = /^\s*[:·] ?/;

/** Characters that a terminal draws in two columns. swc counts columns of a terminal. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/u;
const TAB = 4;

/** Converts a column of a terminal to an index in the line. */
function indexAt(line, column) {
  let drawn = 0;
  let index = 0;
  for (const character of line) {
    if (drawn >= column) break;
    drawn += character === '\t' ? TAB : WIDE.test(character) ? 2 : 1;
    index += character.length;
  }
  return index;
}

/** Line and column, from 1; undefined if the message has none. */
function placeIn(message, lines) {
  for (const [at, text] of message.entries()) {
    const [, before, number] = LINE.exec(text) ?? [];
    const marks = message[at + 1] ?? '';
    if (number === undefined || !MARKS.test(marks) || LINE.test(marks)) continue;
    const first = marks.slice(before.length).search(/\S/);
    if (first < 0) continue;
    const line = Number(number);
    return { line, column: indexAt(lines[line - 1] ?? '', first) + 1 };
  }
  return undefined;
}

/**
 * Converts swc's error to the error that the developer sees.
 * @param {unknown} error what swc threw
 * @param {string} source the script as it was passed to swc
 * @param {string} path absolute
 * @param {number} added the number of characters in `source` before the script itself
 * @returns {unknown} the same error if it is not a syntax error in a mini-program's script
 */
function syntaxError(error, source, path, added = 0) {
  const root = rootOf(dirname(path));
  const text = error instanceof Error ? error.message : String(error);
  const reason = /^\s*[x×] +(.+)$/m.exec(text)?.[1];
  if (root === null || reason === undefined) return error;
  const lines = source.split('\n');
  const place = placeIn(text.split('\n'), lines);
  const name = relative(root, path).split(sep).join('/');
  if (place === undefined) return readable(`${name}: ${reason}`);
  const column = place.line === 1 ? Math.max(1, place.column - added) : place.column;
  const line = (lines[place.line - 1] ?? '').slice(place.line === 1 ? added : 0).trim();
  return readable(`${name}:${place.line}:${column}: ${reason}\n    ${line}`);
}

/**
 * The error has no stack, because the stack would name the compiler's own files. It is not a SyntaxError, because Jest
 * puts its own text before the message of one.
 */
function readable(message) {
  return Object.assign(new Error(message), { stack: `Error: ${message}` });
}

module.exports = { syntaxError };
