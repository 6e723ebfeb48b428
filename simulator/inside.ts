/** Files that are really inside a folder: symbolic links followed. */
import { realpathSync } from 'node:fs';
import { sep } from 'node:path';

/** Is `path` the folder or below it? Both absolute, as they are written. */
export const isBelow = (folder: string, path: string): boolean => `${path}${sep}`.startsWith(folder + sep);

/**
 * Is a file that exists below the folder, wherever links lead? Both absolute.
 * An untrusted mini-program could link to files of the user; its scripts would read them.
 */
export function isReallyBelow(folder: string, path: string): boolean {
  try {
    // `native` is faster: Node's own `realpathSync` checks each folder of a path, and a compilation calls it for every file.
    return isBelow(realpathSync.native(folder), realpathSync.native(path));
  } catch {
    return false;
  }
}

/** The message for a link that leads out. */
export const LINK_OUT = 'this is a symbolic link to a place outside of the project: it is not read';
