/** Checks that files are inside a folder, also after symbolic links are resolved. */
import { realpathSync } from 'node:fs';
import { sep } from 'node:path';

/** Is `path` the folder or below it, without resolving links? Both absolute. */
export const isBelow = (folder: string, path: string): boolean => `${path}${sep}`.startsWith(folder + sep);

/**
 * Is an existing file below the folder after links are resolved? Both absolute. Without this check, an untrusted
 * mini-program could link to files of the developer, and its scripts could read them.
 */
export function isReallyBelow(folder: string, path: string): boolean {
  try {
    // `native` is faster: Node's own `realpathSync` checks each folder of a path, and a compilation calls it for every file.
    return isBelow(realpathSync.native(folder), realpathSync.native(path));
  } catch {
    return false;
  }
}

/** The message for a link that leads out of the project. */
export const LINK_OUT = 'this is a symbolic link to a place outside of the project: it is not read';
