/** Files of a mini-program as texts. Node only. */
import { readFileSync, statSync } from 'node:fs';
import { sep } from 'node:path';

/**
 * Is it a file, links followed? A folder, a pipe and a device are none: reading one fails, or does not end. Neither is a
 * path that the system refuses: a circle of links, a NUL, too many characters.
 */
export function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    return false;
  }
}

/** The text of a file, as UTF-8; null where there is none, or it was taken away just now. */
export function textOf(path: string): string | null {
  if (!isFile(path)) return null;
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** A path of this system with `/`, as it is named in messages and in a mini-program. */
export const withSlashes = (path: string): string => path.split(sep).join('/');
