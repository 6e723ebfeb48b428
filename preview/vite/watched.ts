/** Selects the files that the development server watches. */
import { lstatSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { projectOf } from '../../simulator/headless/modules/project.cjs';
import { isBelow, isReallyBelow } from '../../simulator/inside';

/** Folders outside the mini-program that are not watched. */
const NOISE = ['node_modules', '.git', 'dist', 'shots', 'coverage'];

/** Whether `file` is the folder, inside it, or a parent of it. A watcher must pass through the parents. */
export const isInside = (file: string, folder: string): boolean =>
  `${file}${sep}`.startsWith(folder + sep) || folder.startsWith(`${file}${sep}`);

/** Whether the file is not watched: packages and generated files. The mini-program itself may be in such a folder. */
export function isNoise(file: string, root: string): boolean {
  const path = resolve(file);
  const parts = (isInside(path, root) ? path.slice(root.length) : path).split(sep);
  const folders = isInside(path, root) ? ['node_modules', '.git'] : NOISE;
  return parts.some((part) => folders.includes(part));
}

/**
 * Whether the file is a link in the mini-program `root` to outside its project, or to nothing. Such files are not read,
 * and through a link to `/` the watcher would read the whole disk.
 */
export function leadsOut(file: string, root: string): boolean {
  const path = resolve(file);
  if (!isBelow(root, path)) return false;
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return isLink && !isReallyBelow(projectOf(root) ?? root, path);
}
