/** Where the mini-program of a project is. The same words for the headless stage and the preview. */
import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { isBelow, isReallyBelow } from './inside';
import { fieldMistakes, jsonMessage, parseObject } from './json-file';

const FILE = 'project.config.json';

/**
 * The folder with the app.json: `folder` itself, or the one that its project.config.json names as `miniprogramRoot`.
 * @param folder absolute
 * @throws Error that names file and place, or file and field, when the project.config.json is needed and is wrong
 */
export function miniprogramFolder(folder: string): string {
  const file = join(folder, FILE);
  if (existsSync(join(folder, 'app.json')) || !existsSync(file)) return folder;
  // Editors on Windows put a byte-order mark in front.
  const read = parseObject(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
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
