/**
 * Jest's `resolver` for mini-programs: `require` and `import` find what WeChat finds. Inside a folder with an
 * `app.json` (anywhere below it), that is, besides what Jest finds itself:
 * - `/utils/x`: from the mini-program's root,
 * - `utils/x`: a file next to the one that asks, without the `./`,
 * - `dayjs`, `@vant/weapp/toast/toast`: a package in `miniprogram_npm`, in the nearest folder up to the root,
 * - names that match `resolveAlias` of app.json.
 * Everything else is resolved as if this file were not there.
 */
const { existsSync, readFileSync, statSync } = require('node:fs');
const { dirname, join } = require('node:path');

/** Folder → the root of the mini-program that it belongs to; null when it belongs to none. */
const roots = new Map();
/** Root → pairs of what `resolveAlias` replaces and what it puts there. */
const aliases = new Map();

/** @type {import('jest-resolve').SyncResolver} */
module.exports = (request, options) => {
  const root = request.startsWith('.') ? null : rootOf(options.basedir);
  const found = root === null ? undefined : find(request, options.basedir, root, options.extensions ?? []);
  return found ?? options.defaultResolver(request, options);
};

function find(request, folder, root, extensions) {
  const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  const asFile = (path) =>
    [
      path,
      ...['.ts', '.js', ...extensions].map((extension) => path + extension),
      join(path, 'index.ts'),
      join(path, 'index.js'),
    ].find(isFile);
  // An absolute path of this machine, as test runners use it, stays what it is.
  if (request.startsWith('/')) {
    return request.startsWith(`${root}/`) && isFile(request) ? undefined : asFile(join(root, request));
  }
  for (const [from, to] of aliasesOf(root)) {
    if (request.startsWith(from)) return asFile(join(root, to, request.slice(from.length)));
  }
  const nearby = asFile(join(folder, request));
  if (nearby !== undefined) return nearby;
  for (let at = folder; ; at = dirname(at)) {
    const inNpm = asFile(join(at, 'miniprogram_npm', request));
    if (inNpm !== undefined) return inNpm;
    if (at === root || at === dirname(at)) return undefined;
  }
}

function rootOf(folder) {
  const known = roots.get(folder);
  if (known !== undefined) return known;
  const isRoot =
    existsSync(join(folder, 'app.json')) && Array.isArray(readJson(join(folder, 'app.json')).pages);
  const parent = dirname(folder);
  const root = isRoot ? folder : parent === folder ? null : rootOf(parent);
  roots.set(folder, root);
  return root;
}

function aliasesOf(root) {
  const known = aliases.get(root);
  if (known !== undefined) return known;
  const found = Object.entries(readJson(join(root, 'app.json')).resolveAlias ?? {}).map(([from, to]) => [
    from.replace(/\*$/, ''),
    to.replace(/\*$/, ''),
  ]);
  aliases.set(root, found);
  return found;
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}
