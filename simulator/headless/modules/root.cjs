/** Finds the root folder of a mini-program. */
const { existsSync, readFileSync, realpathSync, statSync } = require('node:fs');
const { dirname, join } = require('node:path');

/** Folder → the root of its mini-program; null if it belongs to none. */
const roots = new Map();

/** The nearest folder, from this one upwards, whose app.json lists pages; null if there is none. */
function rootOf(folder) {
  const known = roots.get(folder);
  if (known !== undefined) return known;
  const isRoot = Array.isArray(readJson(join(folder, 'app.json')).pages);
  const parent = dirname(folder);
  const root = isRoot ? folder : parent === folder ? null : rootOf(parent);
  roots.set(folder, root);
  return root;
}

/** Folder → its mini-program package; null if it belongs to none. */
const packages = new Map();

/**
 * The nearest folder, from this one upwards, that is an npm package with a mini-program's code; null if there is none.
 */
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

/** The folder of a package that contains its mini-program's code, as named by its package.json; null if it has none. */
function codeOf(packageFolder) {
  const { miniprogram = 'miniprogram_dist' } = readJson(join(packageFolder, 'package.json'));
  const folder = join(packageFolder, String(miniprogram));
  return existsSync(folder) ? folder : null;
}

/**
 * The folder with the mini-program's code of an npm package, in the `node_modules` nearest to `from`. undefined: the
 * package is not installed; null: it has no such code. pnpm's links are resolved, so that the package finds its own
 * dependencies.
 */
function installed(name, from) {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name);
    if (existsSync(join(found, 'package.json'))) return codeOf(realpathSync(found));
    if (folder === dirname(folder)) return undefined;
  }
}

/** The content of the file; an empty object if it is missing or not JSON. */
function readJson(path) {
  try {
    // Reading a pipe or a device would not end.
    if (!statSync(path).isFile()) return {};
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')) ?? {};
  } catch {
    return {};
  }
}

module.exports = { installed, packageOf, readJson, rootOf };
