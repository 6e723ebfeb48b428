/** Reads text files of a mini-program. Uses Node. */
import { readFileSync, statSync } from 'node:fs';
import { sep } from 'node:path';

/**
 * Is it a file, after links are resolved? False for a folder, a pipe and a device, because reading them fails or does
 * not end; false also for a path that the system rejects: a cycle of links, a NUL, too many characters.
 */
export function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    return false;
  }
}

/** The text of a file as UTF-8; null if the file does not exist, or has just been deleted. */
export function textOf(path: string): string | null {
  if (!isFile(path)) return null;
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** The path with `/` instead of the system's separator, for messages and for mini-programs. */
export const withSlashes = (path: string): string => path.split(sep).join('/');
