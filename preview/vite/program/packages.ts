/** Supports npm packages that DevTools has not built: reads `node_modules` instead of `miniprogram_npm`. */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isBelow, isReallyBelow, LINK_OUT } from '../../../simulator/sources/inside';
import { fieldMistakes, parseObject } from '../../../simulator/sources/json-file';
import { isFile, textOf } from '../../../simulator/sources/text-file';
import type { Place } from './problems';

/** Called for a package.json with mistakes, and for a package that is not allowed to be read. */
type Report = (file: string, reason: string, place?: Place) => void;

/**
 * Whether the package at `found` may be read. An untrusted mini-program could contain a symbolic link to any folder, so
 * a package inside the project must really be there. Exception: pnpm links from the project to the `node_modules` of a
 * folder above. A package above the project is allowed, because the user has installed it.
 */
function isOwn(project: string, found: string): boolean {
  if (!isBelow(project, found) || isReallyBelow(project, found)) return true;
  const real = realpathSync(found);
  for (let folder = realpathSync(project); ; folder = dirname(folder)) {
    if (isBelow(join(folder, 'node_modules'), real)) return true;
    if (folder === dirname(folder)) return false;
  }
}

/**
 * The source of a file in `miniprogram_npm`. It is in the folder of the package's field `miniprogram`. If that folder
 * does not exist, it is in the package itself, where `index.js` is the file of `main`. null: `file` is not in
 * `miniprogram_npm`, or the package is not installed.
 * @param root the mini-program's folder; packages are in it or in a folder above
 * @param project the project's folder: `root` or above
 * @param file relative to the root, e.g. `miniprogram_npm/tdesign-miniprogram/button/button.wxml`
 */
export function inNodeModules(root: string, project: string, file: string, report: Report): string | null {
  const [, name, rest = ''] = /^miniprogram_npm\/((?:@[^/]+\/)?[^/]+)\/(.+)$/.exec(file) ?? [];
  if (name === undefined) return null;
  for (let folder = root; ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name);
    if (isFile(join(found, 'package.json'))) {
      if (!isOwn(project, found)) {
        report(`node_modules/${name}`, LINK_OUT);
        return null;
      }
      const path = fileOf(found, rest, `node_modules/${name}/package.json`, report);
      if (!existsSync(path) || isReallyBelow(found, path)) return path;
      report(`node_modules/${name}/package.json`, `${rest} is outside of the package: it is not read`);
      return null;
    }
    if (folder === dirname(folder)) return null;
  }
}

function fileOf(folder: string, rest: string, name: string, report: Report): string {
  const read = parseObject(textOf(join(folder, 'package.json')) ?? '');
  const fields: Readonly<Record<string, unknown>> = 'value' in read ? read.value : {};
  if ('mistake' in read) report(name, read.mistake.reason, read.mistake.place);
  for (const reason of fieldMistakes.package(fields)) report(name, reason);
  const textOr = (value: unknown, otherwise: string) => (typeof value === 'string' ? value : otherwise);
  const miniprogram = textOr(fields.miniprogram, 'miniprogram_dist');
  const main = textOr(fields.main, 'index.js');
  if (existsSync(join(folder, miniprogram))) {
    const inside = join(folder, miniprogram, rest);
    // A package's dependencies may be outside its `miniprogram` folder.
    return rest.startsWith('miniprogram_npm/') && !existsSync(inside) ? join(folder, rest) : inside;
  }
  if (rest === 'index.js') return join(folder, main);
  // Files that `main` requires are in the same folder as `main`.
  const beside = join(folder, dirname(main), rest);
  return existsSync(beside) ? beside : join(folder, rest);
}
