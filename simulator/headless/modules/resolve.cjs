/**
 * Where a `require` or `import` of a mini-program leads. Inside a folder with an `app.json`, besides what the test runner
 * finds itself:
 * - `/utils/x`: from the mini-program's root,
 * - `utils/x`: a file next to the one that asks, without the `./`,
 * - `dayjs`, `@vant/weapp/toast/toast`: a package in `miniprogram_npm`, in the nearest folder up to the root; where it has
 *   not been built yet, the same package in `node_modules`,
 * - names that match `resolveAlias` of app.json.
 * A package with a mini-program's code finds its dependencies in its own `miniprogram_npm`.
 */
const { statSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { installed, packageOf, readJson, rootOf } = require('./root.cjs');

const SCRIPTS = ['.ts', '.js'];
/** Root → pairs of what `resolveAlias` replaces and what it puts there. */
const aliases = new Map();

/**
 * The script that a request without a dot in front means.
 * @param request What stands in `require(…)`.
 * @param folder Of the file that asks.
 * @returns its absolute path; undefined: what Node's own rules say counts.
 */
function find(request, folder) {
  const root = rootOf(folder);
  if (root !== null) return inProgram(request, folder, root);
  const home = /^[/.]/.test(request) ? null : packageOf(folder);
  return home === null ? undefined : (inNpm(request, folder, home) ?? inNodeModules(request, folder));
}

function inProgram(request, folder, root) {
  if (request.startsWith('/')) {
    // Jest itself asks with absolute paths of this machine: those stay what they are.
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

/** In the nearest `miniprogram_npm`, up to a folder. */
function inNpm(request, folder, top) {
  const places = foldersFrom(folder, top).map((at) => join(at, 'miniprogram_npm', request));
  return places.map(asFile).find(Boolean);
}

/** From a folder up to another, both included. */
function foldersFrom(folder, top) {
  const parent = dirname(folder);
  return folder === top || folder === parent ? [folder] : [folder, ...foldersFrom(parent, top)];
}

/** A package that holds a mini-program's code has it in a folder of its own; any other one is Node's business. */
function inNodeModules(request, from) {
  const [, name = request, rest = ''] = /^((?:@[^/]+\/)?[^/]+)\/?(.*)$/.exec(request) ?? [];
  const code = installed(name, from);
  return code ? asFile(join(code, rest)) : undefined;
}

/** The script at a path: with its ending, without it, or the index of a folder. */
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
    // A circle of links, or a path that is too long.
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
