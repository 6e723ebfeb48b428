/** Finds the mini-program of a project, with the same messages on both stages. */
import { existsSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { isBelow, isReallyBelow } from './inside';
import { fieldMistakes, jsonMessage, parseObject } from './json-file';
import { isFile, textOf } from './text-file';

const FILE = 'project.config.json';

/**
 * The folder with the app.json: `folder` itself, or the `miniprogramRoot` of its project.config.json; if there is none,
 * `miniprogram`, the name in DevTools' templates.
 * @param folder absolute
 * @throws Error that names file and place, or file and field, when the project.config.json is needed and is wrong
 */
export function miniprogramFolder(folder: string): string {
  const file = join(folder, FILE);
  const text = isFile(join(folder, 'app.json')) ? null : textOf(file);
  const usual = join(folder, 'miniprogram');
  if (text === null)
    return !isFile(join(folder, 'app.json')) && isFile(join(usual, 'app.json')) ? usual : folder;
  const read = parseObject(text);
  if ('mistake' in read) throw new Error(jsonMessage(FILE, read.mistake));
  const [reason] = fieldMistakes.project(read.value);
  if (reason !== undefined) throw new Error(jsonMessage(FILE, { reason }));
  const below = String(read.value.miniprogramRoot ?? '');
  const root = join(folder, below);
  if (!isBelow(folder, join(root, '.')) || (existsSync(root) && !isReallyBelow(folder, root))) {
    const written = JSON.stringify(below);
    throw new Error(`${FILE}: miniprogramRoot must be a folder of the project, not ${written}`);
  }
  return normalize(root).replace(/[/\\]$/, '');
}
