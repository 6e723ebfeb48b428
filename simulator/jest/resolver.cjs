/**
 * Jest's `resolver` for mini-programs: `require` and `import` find what WeChat finds. Inside a folder with an
 * `app.json`, that is, besides what Jest finds itself:
 * - `/utils/x`: from the mini-program's root,
 * - `utils/x`: a file next to the one that asks, without the `./`,
 * - `dayjs`, `@vant/weapp/toast/toast`: a package in `miniprogram_npm`, in the nearest folder up to the root; where nobody
 *   has built that yet, the same package in `node_modules`,
 * - names that match `resolveAlias` of app.json.
 * Everything else is resolved as if this file were not there.
 */
const { existsSync, statSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { readJson, rootOf } = require('./root.cjs');

const SCRIPTS = ['.ts', '.js'];
/** Root → pairs of what `resolveAlias` replaces and what it puts there. */
const aliases = new Map();

/** @type {import('jest-resolve').SyncResolver} */
module.exports = (request, options) => {
  const root = request.startsWith('.') ? null : rootOf(options.basedir);
  const found = root === null ? undefined : find(request, options.basedir, root);
  return found ?? options.defaultResolver(request, options);
};

function find(request, folder, root) {
  if (request.startsWith('/')) {
    // Jest itself asks with absolute paths of this machine: those stay what they are.
    return request.startsWith(`${root}/`) || isFile(request) ? undefined : asFile(join(root, request));
  }
  for (const [from, to] of aliasesOf(root)) {
    if (request.startsWith(from)) return asFile(join(root, to, request.slice(from.length)));
  }
  const upwards = foldersFrom(folder, root).map((at) => join(at, 'miniprogram_npm', request));
  return [join(folder, request), ...upwards].map(asFile).find(Boolean) ?? inNodeModules(request, root);
}

/** From a folder up to another, both included. */
function foldersFrom(folder, top) {
  const parent = dirname(folder);
  return folder === top || folder === parent ? [folder] : [folder, ...foldersFrom(parent, top)];
}

/** A package that holds a mini-program's code has it in a folder of its own; any other one is Jest's business. */
function inNodeModules(request, root) {
  const [, name = request, rest = ''] = /^((?:@[^/]+\/)?[^/]+)\/?(.*)$/.exec(request) ?? [];
  for (const folder of foldersFrom(root, '/')) {
    const found = join(folder, 'node_modules', name);
    if (!existsSync(join(found, 'package.json'))) continue;
    const { miniprogram = 'miniprogram_dist' } = readJson(join(found, 'package.json'));
    return asFile(join(found, miniprogram, rest));
  }
  return undefined;
}

function asFile(path) {
  const names = [
    path,
    ...SCRIPTS.map((one) => path + one),
    ...SCRIPTS.map((one) => join(path, `index${one}`)),
  ];
  return names.find(isFile);
}

function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function aliasesOf(root) {
  const known = aliases.get(root);
  if (known !== undefined) return known;
  const given = Object.entries(readJson(join(root, 'app.json')).resolveAlias ?? {});
  const found = given.map(([from, to]) => [from.replace(/\*$/, ''), to.replace(/\*$/, '')]);
  aliases.set(root, found);
  return found;
}
