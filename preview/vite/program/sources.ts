/** The files of a mini-program, read once per compilation. */
import { join } from 'node:path';
import { projectOf } from '../../../simulator/headless/modules/project.cjs';
import { isOtherEncoding, NOT_UTF8 } from '../../../simulator/sources/encoding';
import { isReallyBelow, LINK_OUT } from '../../../simulator/sources/inside';
import { parseObject } from '../../../simulator/sources/json-file';
import { isFile, textOf } from '../../../simulator/sources/text-file';
import { inNodeModules } from './packages';
import { type Place, problemAt, problemOf } from './problems';
import type { Json, Problem } from './types';

/** Reads files below one root. Caches their texts and collects their problems. */
export interface Sources {
  readonly root: string;
  /** Text of a file; null: the file does not exist. `file` is relative to the root. */
  read(file: string): string | null;
  exists(file: string): boolean;
  /**
   * Parses a JSON file. The result is `{}` if the file is absent or invalid. Mistakes become problems; a missing file
   * does, too, if it is `required`.
   */
  json(file: string, required?: boolean): Json;
  readonly problems: Problem[];
  /** Every existing file that was read, with its text. */
  texts(): Iterable<readonly [file: string, text: string]>;
}

/**
 * Opens the sources below `root`, an absolute path.
 * @param instead file → text that replaces the text on the disk
 */
export function openSources(root: string, instead?: ReadonlyMap<string, string>): Sources {
  const texts = new Map<string, string | null>(instead);
  const problems: Problem[] = [];

  const reported = new Set<string>();
  const report = (file: string, reason: string, place?: Place): void => {
    if (reported.has(`${file} ${reason}`)) return;
    reported.add(`${file} ${reason}`);
    problems.push(
      place === undefined ? problemOf('error', file, reason) : problemAt('error', file, place, reason),
    );
  };
  const project = projectOf(root) ?? root;
  /**
   * Path of a file on the disk. For a package that is not built, this is the path in `node_modules`. null: the file
   * does not exist.
   */
  const locate = (file: string): string | null => {
    const own = join(root, file);
    if (isFile(own)) {
      if (isReallyBelow(project, own)) return own;
      report(file, LINK_OUT);
      return null;
    }
    const packaged = inNodeModules(root, project, file, report);
    return packaged !== null && isFile(packaged) ? packaged : null;
  };

  const read = (file: string): string | null => {
    const known = texts.get(file);
    if (known !== undefined) return known;
    const path = locate(file);
    let text = path === null ? null : textOf(path);
    // For JSON files, `json` reports the encoding.
    if (text !== null && isOtherEncoding(text) && !file.endsWith('.json')) {
      problems.push(problemAt('error', file, { line: 1, column: 1 }, NOT_UTF8));
      text = '';
    }
    // WeChat's compilers skip a byte-order mark in WXML, and refuse it in WXS and WXSS.
    if (!/\.wxs{1,2}$/.test(file)) text = text?.replace(/^\uFEFF/, '') ?? null;
    texts.set(file, text);
    return text;
  };

  return {
    root,
    problems,
    read,
    exists: (file) => instead?.has(file) === true || locate(file) !== null,
    texts: () => [...texts].filter((entry): entry is [string, string] => entry[1] !== null),
    json(file, required = false) {
      const text = read(file);
      if (text === null) {
        if (required) problems.push(problemOf('error', file, 'this file does not exist'));
        return {};
      }
      const parsed = parseObject(text);
      if ('value' in parsed) return parsed.value;
      const { reason, place = { line: 0, column: 0 } } = parsed.mistake;
      problems.push(problemAt('error', file, place, reason, text));
      return {};
    },
  };
}
