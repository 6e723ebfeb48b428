/** Finds `phone.config.ts`. Node only. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isFile } from '../text-file';

/** Names of the file, the first that exists counts. */
export const CONFIG_NAMES = [
  'phone.config.ts',
  'phone.config.mts',
  'phone.config.js',
  'phone.config.mjs',
  'phone.config.cjs',
];

/** The end of a project: its config is not looked for above. */
const isProject = (folder: string): boolean =>
  existsSync(join(folder, 'package.json')) || existsSync(join(folder, '.git'));

/**
 * The config of the project that a folder belongs to: in it, or in one above it up to the first with a package.json.
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
