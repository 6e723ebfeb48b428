/**
 * The parts of WeChat's compilation of scripts that swc does not do by itself. Used by Jest's transform and by the
 * loader for other runners.
 */
const { dirname } = require('node:path');
const { isSloppy } = require('./project.cjs');
const { rootOf } = require('./root.cjs');

/** Accepts TypeScript and ES modules; emits CommonJS. */
const OPTIONS = {
  jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

/** For scripts without ES-module syntax and without strict mode. */
const AS_IT_IS = { isModule: false, module: { type: 'commonjs', strictMode: false } };

/** Matches swc's definition of an export; the groups contain the object and the name. */
const EXPORT =
  /(Object\.defineProperty\((exports, "(?:[^"\\]|\\.)*"|target, name|to, k), \{\s+enumerable: true,)(?=\s+get: )/g;

/**
 * Makes exports writable, as in DevTools, so that spies and assignments can replace them. swc's exports are read-only.
 */
function withWritableExports(code) {
  return code.replace(
    EXPORT,
    (_all, before, place) =>
      `${before} configurable: true, set: ((to, name) => (value) => { Object.defineProperty(to, name, { value, writable: true, enumerable: true, configurable: true }); })(${place}),`,
  );
}

/** Root → the result of `isSloppy`, cached because every script needs it. */
const sloppy = new Map();

/** Does DevTools leave this script unchanged? True in a project with `"es6": false`. */
function isKeptAsWritten(path) {
  const root = path.endsWith('.js') ? rootOf(dirname(path)) : null;
  if (root === null) return false;
  if (!sloppy.has(root)) sloppy.set(root, isSloppy(root));
  return sloppy.get(root);
}

module.exports = { AS_IT_IS, OPTIONS, isKeptAsWritten, withWritableExports };
