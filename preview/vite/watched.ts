/** Selects the files that the development server watches. */
import { lstatSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { projectOf } from '../../simulator/headless/modules/project.cjs';
import { isBelow, isReallyBelow } from '../../simulator/sources/inside';

/** Folders that are not watched, unless they are inside the mini-program. */
const IGNORED = ['node_modules', '.git', 'dist', 'shots', 'coverage'];

/** Whether `file` is the folder, is inside it, or is a parent of it. A watcher must also enter the parents. */
export const isInside = (file: string, folder: string): boolean =>
  `${file}${sep}`.startsWith(folder + sep) || folder.startsWith(`${file}${sep}`);

/**
 * Whether the file is not watched, because it is a package or a generated file. The mini-program itself may be in a
 * folder with such a name.
 */
export function isIgnored(file: string, root: string): boolean {
  const path = resolve(file);
  const parts = (isInside(path, root) ? path.slice(root.length) : path).split(sep);
  const folders = isInside(path, root) ? ['node_modules', '.git'] : IGNORED;
  return parts.some((part) => folders.includes(part));
}

/**
 * Whether the file is a symbolic link from the mini-program `root` to a path outside its project, or to a missing file.
 * Such files are not read. Through a link to `/`, the watcher would read the whole disk.
 */
export function isLinkOutside(file: string, root: string): boolean {
  const path = resolve(file);
  if (!isBelow(root, path)) return false;
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return isLink && !isReallyBelow(projectOf(root) ?? root, path);
}
