/** Where a mini-program begins. */
const { readFileSync } = require('node:fs');
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

/** The file's content; an empty object where there is none. */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')) ?? {};
  } catch {
    return {};
  }
}

module.exports = { readJson, rootOf };
