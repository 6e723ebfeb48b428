/** What swc says of a script that is not JavaScript, as file, line, column and reason: as the preview says it. */
const { dirname, relative, sep } = require('node:path');
const { rootOf } = require('./root.cjs');

/** `12 | code`, and below it `   : ^`. */
const LINE = /^(\s*(\d+) [|│] ?)(.*)$/;
const MARKS = /^\s*[:·] ?/;

/** Characters that a terminal draws in two columns: swc counts columns of a terminal. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/u;
const TAB = 4;

/** The index in a line of what a terminal draws in this column. */
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

/** Line and column, from 1; undefined when the text has none. */
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
 * The error that a person gets.
 * @param {unknown} error what swc threw
 * @param {string} source the script as it was given to swc
 * @param {string} path absolute
 * @param {number} added how many characters of `source` stand before the script's own first one
 * @returns {unknown} the same error when it is no mistake in a mini-program's script
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

/** No stack: it would name the compiler's own files. No SyntaxError: Jest puts its own text before such a message. */
function readable(message) {
  return Object.assign(new Error(message), { stack: `Error: ${message}` });
}

module.exports = { syntaxError };
