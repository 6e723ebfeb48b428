/**
 * Resolves `require` and `import` of a mini-program. Inside a folder with an `app.json`, these requests work in
 * addition to those of the test runner:
 * - `/utils/x`: from the mini-program's root,
 * - `utils/x`: relative to the requesting file, without `./`,
 * - `dayjs`, `@vant/weapp/toast/toast`: a package in the nearest `miniprogram_npm` up to the root; if it has not been
 *   built yet, the same package in `node_modules`,
 * - names that match `resolveAlias` of app.json.
 * A package with a mini-program's code finds its dependencies in its own `miniprogram_npm`.
 */
const { statSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { installed, packageOf, readJson, rootOf } = require('./root.cjs');

const SCRIPTS = ['.ts', '.js'];
/** Root → the `resolveAlias` of app.json, as pairs of prefix and replacement. */
const aliases = new Map();

/**
 * The script for a request that does not start with a dot.
 * @param request The argument of `require`.
 * @param folder The folder of the requesting file.
 * @returns its absolute path; undefined: Node's own rules apply.
 */
function find(request, folder) {
  const root = rootOf(folder);
  if (root !== null) return inProgram(request, folder, root);
  const home = /^[/.]/.test(request) ? null : packageOf(folder);
  return home === null ? undefined : (inNpm(request, folder, home) ?? inNodeModules(request, folder));
}

function inProgram(request, folder, root) {
  if (request.startsWith('/')) {
    // Jest itself requests absolute paths of this machine: leave them unchanged.
    return request.startsWith(`${root}/`) || isFile(request) ? undefined : asFile(join(root, request));
  }
  for (const [from, to] of aliasesOf(root)) {
    if (request.startsWith(from)) return asFile(join(root, to, request.slice(from.length)));
  }
  return (
    asFile(join(folder, request)) ??
    inNpm(request, folder, root) ??
    inNodeModules(request, folder) ??
    inNodeModules(request, root)
  );
}

/** The file in the nearest `miniprogram_npm`, from `folder` up to `top`. */
function inNpm(request, folder, top) {
  const places = foldersFrom(folder, top).map((at) => join(at, 'miniprogram_npm', request));
  return places.map(asFile).find(Boolean);
}

/** The folders from `folder` up to `top`, both included. */
function foldersFrom(folder, top) {
  const parent = dirname(folder);
  return folder === top || folder === parent ? [folder] : [folder, ...foldersFrom(parent, top)];
}

/**
 * The file in a package that contains a mini-program's code, which is in a folder of its own. Node resolves all other
 * packages.
 */
function inNodeModules(request, from) {
  const [, name = request, rest = ''] = /^((?:@[^/]+\/)?[^/]+)\/?(.*)$/.exec(request) ?? [];
  const code = installed(name, from);
  return code ? asFile(join(code, rest)) : undefined;
}

/** The script at a path: with the extension, without it, or the index of a folder. */
function asFile(path) {
  const names = [
    path,
    ...SCRIPTS.map((one) => path + one),
    ...SCRIPTS.map((one) => join(path, `index${one}`)),
  ];
  return names.find(isFile);
}

function isFile(path) {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    // `path` is a cycle of links, or too long.
    return false;
  }
}

function aliasesOf(root) {
  const known = aliases.get(root);
  if (known !== undefined) return known;
  const given = Object.entries(readJson(join(root, 'app.json')).resolveAlias ?? {});
  const found = given.map(([from, to]) => [from.replace(/\*$/, ''), to.replace(/\*$/, '')]);
  aliases.set(root, found);
  return found;
}

module.exports = { asFile, find };
