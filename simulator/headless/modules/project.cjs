/**
 * The project that a mini-program belongs to: the folder whose project.config.json names it, and its settings. CommonJS,
 * because Jest's transform loads it as it is.
 */
const { realpathSync, statSync } = require('node:fs');
const { dirname, join, sep } = require('node:path');
const { readJson } = require('./root.cjs');

/** Root → its project: a launch runs every script again, and each `require` would read files up to the disk's root. */
const projects = new Map();

/**
 * The nearest folder, from the root upwards, whose project.config.json has `root` as its mini-program: it names it as
 * `miniprogramRoot`, or is in it and names none. undefined where there is none; that is not kept, because a server runs
 * while the file is written.
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
 * Does DevTools leave the JavaScript of a mini-program as it is? With `"es6": false` in project.config.json it translates
 * nothing: no `import`, and no strict mode that it adds to every file otherwise. project.private.config.json wins.
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

/** A configuration in a folder; undefined where there is none. A link to a place outside of the folder is not followed. */
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
