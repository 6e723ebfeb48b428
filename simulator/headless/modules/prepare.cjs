/**
 * What WeChat's compiler does to a script of a mini-program and swc alone does not. For Jest's transform and for the
 * module loader of the other runners.
 */
const { dirname } = require('node:path');
const { isSloppy } = require('./project.cjs');
const { rootOf } = require('./root.cjs');

/** TypeScript and ES modules are understood, CommonJS comes out. */
const OPTIONS = {
  jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

/** For a script that is no module: no `import`, no strict mode. */
const AS_IT_IS = { isModule: false, module: { type: 'commonjs', strictMode: false } };

/** How swc defines an export: on which object, and under which name. */
const EXPORT =
  /(Object\.defineProperty\((exports, "(?:[^"\\]|\\.)*"|target, name|to, k), \{\s+enumerable: true,)(?=\s+get: )/g;

/** An export of swc can be read only. One of DevTools is a property like any other: spies and assignments replace it. */
function withWritableExports(code) {
  return code.replace(
    EXPORT,
    (_all, before, place) =>
      `${before} configurable: true, set: ((to, name) => (value) => { Object.defineProperty(to, name, { value, writable: true, enumerable: true, configurable: true }); })(${place}),`,
  );
}

/** Root → the result of `isSloppy`: it is needed for each script. */
const sloppy = new Map();

/** Is it a script of a project whose JavaScript DevTools leaves as it is (`"es6": false`)? */
function isKeptAsWritten(path) {
  const root = path.endsWith('.js') ? rootOf(dirname(path)) : null;
  if (root === null) return false;
  if (!sloppy.has(root)) sloppy.set(root, isSloppy(root));
  return sloppy.get(root);
}

module.exports = { AS_IT_IS, OPTIONS, isKeptAsWritten, withWritableExports };
