/** Finds `phone.config.ts`. Uses Node. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isFile } from '../sources/text-file';

/** The accepted file names. If several files exist, the first name in this list is used. */
export const CONFIG_NAMES = [
  'phone.config.ts',
  'phone.config.mts',
  'phone.config.js',
  'phone.config.mjs',
  'phone.config.cjs',
];

/** The root folder of a project. The search for a config does not go above it. */
const isProject = (folder: string): boolean =>
  existsSync(join(folder, 'package.json')) || existsSync(join(folder, '.git'));

/**
 * Finds the config of the project that a folder belongs to. Searches the folder and its parents, up to the first one
 * that has a package.json.
 * @param folder Absolute.
 * @returns the file's absolute path; undefined when there is none.
 */
export function findConfig(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const found = CONFIG_NAMES.map((name) => join(at, name)).find(isFile);
    if (found !== undefined) return found;
    if (isProject(at) || dirname(at) === at) return undefined;
  }
}
