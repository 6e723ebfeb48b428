/** Where a mini-program begins. */
const { existsSync, readFileSync, realpathSync, statSync } = require('node:fs');
const { dirname, join } = require('node:path');

/** Folder → the root of the mini-program that it belongs to; null when it belongs to none. */
const roots = new Map();

/** The nearest folder, from this one upwards, whose app.json lists pages; null where there is none. */
function rootOf(folder) {
  const known = roots.get(folder);
  if (known !== undefined) return known;
  const isRoot = Array.isArray(readJson(join(folder, 'app.json')).pages);
  const parent = dirname(folder);
  const root = isRoot ? folder : parent === folder ? null : rootOf(parent);
  roots.set(folder, root);
  return root;
}

/** Folder → the mini-program package that it belongs to; null when it belongs to none. */
const packages = new Map();

/** The nearest folder, from this one upwards, that is an npm package with a mini-program's code; null where there is none. */
function packageOf(folder) {
  const known = packages.get(folder);
  if (known !== undefined) return known;
  const parent = dirname(folder);
  const isPackage = existsSync(join(folder, 'package.json'));
  const found = isPackage
    ? codeOf(folder) === null
      ? null
      : folder
    : parent === folder
      ? null
      : packageOf(parent);
  packages.set(folder, found);
  return found;
}

/** Where a package has its mini-program's code: the folder that its package.json names; null when it has none. */
function codeOf(packageFolder) {
  const { miniprogram = 'miniprogram_dist' } = readJson(join(packageFolder, 'package.json'));
  const folder = join(packageFolder, String(miniprogram));
  return existsSync(folder) ? folder : null;
}

/**
 * Where the mini-program's code of an npm package lies, seen from `from`: in the nearest `node_modules`. undefined: it is not
 * installed; null: it has none. pnpm's links are followed, so that the package finds what it depends on itself.
 */
function installed(name, from) {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name);
    if (existsSync(join(found, 'package.json'))) return codeOf(realpathSync(found));
    if (folder === dirname(folder)) return undefined;
  }
}

/** The file's content; an empty object where there is none. */
function readJson(path) {
  try {
    // A pipe or a device would be read without an end.
    if (!statSync(path).isFile()) return {};
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')) ?? {};
  } catch {
    return {};
  }
}

module.exports = { installed, packageOf, readJson, rootOf };
