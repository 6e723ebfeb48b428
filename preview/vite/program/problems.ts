/** Problems in sources, in a compiler's format: file, line, column, and the lines around the position. */
import type { Problem } from './types';

/** A position in a text, 1-based. */
export interface Place {
  line: number;
  column: number;
}

const CONTEXT = 2;

/** The numbered lines around a position, with a caret under the column. Empty for line 0. */
function codeFrame(source: string, place: Place): string {
  if (place.line < 1) return '';
  const lines = source.split(/\r?\n/);
  const first = Math.max(1, place.line - CONTEXT);
  const last = Math.min(lines.length, place.line + CONTEXT);
  const width = String(last).length;
  const out: string[] = [];
  for (let number = first; number <= last; number += 1) {
    const text = lines[number - 1] ?? '';
    const mark = number === place.line ? '>' : ' ';
    out.push(`${mark} ${String(number).padStart(width)} | ${text}`.trimEnd());
    if (number === place.line) {
      // Keep tabs as tabs, so that the caret is under its character at any tab width.
      const pad = text.slice(0, Math.max(0, place.column - 1)).replace(/[^\t]/g, ' ');
      out.push(`  ${' '.repeat(width)} | ${pad}^`);
    }
  }
  return out.join('\n');
}

/** Creates a problem with its code frame. `source`: the text of the file; absent if the file could not be read. */
export function problemAt(
  severity: Problem['severity'],
  file: string,
  place: Place,
  message: string,
  source?: string,
): Problem {
  return {
    severity,
    file,
    line: place.line,
    column: place.column,
    message,
    frame: source === undefined ? '' : codeFrame(source, place),
  };
}

/** Creates a problem of a whole file, e.g. if the file is missing or the position is unknown. */
export const problemOf = (severity: Problem['severity'], file: string, message: string): Problem => ({
  severity,
  file,
  line: 0,
  column: 0,
  message,
  frame: '',
});

/**
 * Converts an offset to line and column, 1-based. Lines end with \n. A single \r is a character, as in WeChat's
 * compiler.
 */
export function placeOf(source: string, offset: number): Place {
  const before = source.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/**
 * Escapes control characters as in JavaScript. Otherwise a source or an exception's message could clear the terminal,
 * or reverse the direction of its text.
 */
const visible = (text: string): string =>
  text.replace(
    /(?![\t\n])[\p{Cc}\p{Bidi_Control}]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The text for a terminal: `error: pages/user/user.wxml:3:5 message`, and the code frame below. */
export function formatProblem(problem: Problem): string {
  const place = problem.line > 0 ? `:${problem.line}:${problem.column}` : '';
  const head = `${problem.severity}: ${problem.file}${place} ${problem.message}`;
  return visible(problem.frame === '' ? head : `${head}\n${problem.frame}`);
}
