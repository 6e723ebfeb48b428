/** The files of a mini-program, read once per compilation. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inNodeModules } from './packages';
import { placeOf, problemAt, problemOf } from './problems';
import type { Json, Problem } from './types';

/** Reads files below one root, and remembers what it read and what was wrong with it. */
export interface Sources {
  readonly root: string;
  /** Text of a file, or null when there is none. `file` is relative to the root. */
  read(file: string): string | null;
  exists(file: string): boolean;
  /** A parsed JSON file: `{}` when absent, unless it is `required`; mistakes become problems. */
  json(file: string, required?: boolean): Json;
  readonly problems: Problem[];
  /** Every file that was read and exists, with its text. */
  texts(): Iterable<readonly [file: string, text: string]>;
}

/** Where a JSON error is: V8 gives an offset, or line and column, depending on its version. */
function placeInJson(message: string, source: string): { line: number; column: number } {
  const lineAndColumn = /line (\d+) column (\d+)/.exec(message);
  if (lineAndColumn) return { line: Number(lineAndColumn[1]), column: Number(lineAndColumn[2]) };
  const offset = /position (\d+)/.exec(message);
  return placeOf(source, offset ? Number(offset[1]) : source.length);
}

/**
 * Sources below `root`, an absolute path.
 * @param instead files that count as having this text, whatever the disk holds.
 */
export function openSources(root: string, instead?: ReadonlyMap<string, string>): Sources {
  const texts = new Map<string, string | null>(instead);
  const problems: Problem[] = [];

  const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  /** The file itself: of a package that nobody has built, the one in `node_modules`. */
  const locate = (file: string): string => {
    const own = join(root, file);
    return isFile(own) ? own : (inNodeModules(root, file) ?? own);
  };

  const read = (file: string): string | null => {
    const known = texts.get(file);
    if (known !== undefined) return known;
    let text: string | null;
    try {
      text = readFileSync(locate(file), 'utf8').replace(/^\uFEFF/, '');
    } catch {
      text = null;
    }
    texts.set(file, text);
    return text;
  };

  return {
    root,
    problems,
    read,
    exists: (file) => instead?.has(file) === true || isFile(locate(file)),
    texts: () => [...texts].filter((entry): entry is [string, string] => entry[1] !== null),
    json(file, required = false) {
      const text = read(file);
      if (text === null) {
        if (required) problems.push(problemOf('error', file, 'this file does not exist'));
        return {};
      }
      try {
        const value: unknown = JSON.parse(text);
        if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
        problems.push(problemAt('error', file, { line: 1, column: 1 }, 'must be a JSON object', text));
      } catch (error) {
        const message = (error as Error).message;
        problems.push(problemAt('error', file, placeInJson(message, text), `not JSON: ${message}`, text));
      }
      return {};
    },
  };
}
