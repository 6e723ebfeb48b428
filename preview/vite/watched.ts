/** What the development server watches of a mini-program. */
import { lstatSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { isBelow, isReallyBelow } from '../../simulator/inside';
import { projectFolder } from './program/project-setting';

/** Folders that are not watched outside of a mini-program. */
const NOISE = ['node_modules', '.git', 'dist', 'shots', 'coverage'];

/** Is `file` the folder itself, in it, or on the way to it? A watcher has to pass there. */
export const isInside = (file: string, folder: string): boolean =>
  `${file}${sep}`.startsWith(folder + sep) || folder.startsWith(`${file}${sep}`);

/** Is it nothing to watch: a package, or what programs write? A mini-program may lie in such a folder itself. */
export function isNoise(file: string, root: string): boolean {
  const path = resolve(file);
  const parts = (isInside(path, root) ? path.slice(root.length) : path).split(sep);
  const folders = isInside(path, root) ? ['node_modules', '.git'] : NOISE;
  return parts.some((part) => folders.includes(part));
}

/**
 * Is it a link of the mini-program in `root` that leads out of its project, or to nothing? What is behind it is not read;
 * behind a link to `/`, the watcher would walk through the whole disk.
 */
export function leadsOut(file: string, root: string): boolean {
  const path = resolve(file);
  if (!isBelow(root, path)) return false;
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return isLink && !isReallyBelow(projectFolder(root) ?? root, path);
}
