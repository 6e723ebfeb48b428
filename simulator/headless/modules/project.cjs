/**
 * The project of a mini-program: the folder whose project.config.json refers to the mini-program, and its settings.
 * CommonJS, because Jest loads the transform uncompiled.
 */
const { realpathSync, statSync } = require('node:fs');
const { dirname, join, sep } = require('node:path');
const { readJson } = require('./root.cjs');

/**
 * Root → its project. Cached, because every script and every `require` needs it, and the search may read files up to
 * the disk's root.
 */
const projects = new Map();

/**
 * The nearest folder, from `root` upwards, whose project.config.json belongs to the mini-program in `root`: its
 * `miniprogramRoot` is `root`, or it is in `root` and has no `miniprogramRoot`. undefined if there is none; this result
 * is not cached, because the file may be written while a server runs.
 */
function projectOf(root) {
  const known = projects.get(root);
  if (known !== undefined) return known;
  for (let folder = root; ; folder = dirname(folder)) {
    const config = configIn(folder, 'project.config.json');
    if (config !== undefined && join(folder, folderNamedBy(config), '.') === join(root, '.')) {
      projects.set(root, folder);
      return folder;
    }
    if (folder === dirname(folder)) return undefined;
  }
}

const folderNamedBy = ({ miniprogramRoot }) => (typeof miniprogramRoot === 'string' ? miniprogramRoot : '');

/**
 * Does DevTools leave the JavaScript of a mini-program unchanged? With `"es6": false` in project.config.json it
 * translates nothing, so `import` does not work, and it does not add strict mode to files. project.private.config.json
 * takes precedence.
 */
function isSloppy(root) {
  const project = projectOf(root);
  if (project === undefined) return false;
  const [shared, own] = ['project.config.json', 'project.private.config.json'].map(
    (file) => configIn(project, file)?.setting,
  );
  const { es6, enhance } = { ...shared, ...own };
  return es6 === false && enhance !== true;
}

/**
 * Reads a configuration file of a folder; undefined if there is none. Links that lead out of the folder are not
 * followed.
 */
function configIn(folder, name) {
  const file = join(folder, name);
  try {
    const isOwn = realpathSync.native(file).startsWith(join(realpathSync.native(folder), sep));
    if (!isOwn || !statSync(file).isFile()) return undefined;
  } catch {
    return undefined;
  }
  return readJson(file);
}

module.exports = { isSloppy, projectOf };
