/** npm packages that DevTools has not built yet: `node_modules` in the place of `miniprogram_npm`. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fieldMistakes, parseObject } from '../../../simulator/json-file';

/** Hears of a package.json that says nothing of use. */
type Tell = (file: string, reason: string) => void;

/**
 * Where a file of `miniprogram_npm` would come from: the folder that the package names as `miniprogram`, else the package
 * itself, whose `index.js` is its `main`. null when `file` is no such file, or the package is not installed.
 * @param root The mini-program's folder; packages lie in it or in a folder above it.
 * @param file Relative to the root, e.g. `miniprogram_npm/tdesign-miniprogram/button/button.wxml`.
 */
export function inNodeModules(root: string, file: string, tell: Tell): string | null {
  const [, name, rest = ''] = /^miniprogram_npm\/((?:@[^/]+\/)?[^/]+)\/(.+)$/.exec(file) ?? [];
  if (name === undefined) return null;
  for (let folder = root; ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name);
    if (existsSync(join(found, 'package.json')))
      return fileOf(found, rest, `node_modules/${name}/package.json`, tell);
    if (folder === dirname(folder)) return null;
  }
}

function fileOf(folder: string, rest: string, name: string, tell: Tell): string {
  const read = parseObject(readFileSync(join(folder, 'package.json'), 'utf8').replace(/^\uFEFF/, ''));
  const fields: Readonly<Record<string, unknown>> = 'value' in read ? read.value : {};
  if ('mistake' in read) tell(name, read.mistake.reason);
  for (const reason of fieldMistakes.package(fields)) tell(name, reason);
  const textOr = (value: unknown, otherwise: string) => (typeof value === 'string' ? value : otherwise);
  const miniprogram = textOr(fields.miniprogram, 'miniprogram_dist');
  const main = textOr(fields.main, 'index.js');
  if (existsSync(join(folder, miniprogram))) {
    const inside = join(folder, miniprogram, rest);
    // What the package brings along may lie beside its code.
    return rest.startsWith('miniprogram_npm/') && !existsSync(inside) ? join(folder, rest) : inside;
  }
  if (rest === 'index.js') return join(folder, main);
  // What `main` asks for is beside it.
  const beside = join(folder, dirname(main), rest);
  return existsSync(beside) ? beside : join(folder, rest);
}
