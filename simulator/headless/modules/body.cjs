/** A compiled module that has not run yet. */
const { compileFunction, runInThisContext } = require('node:vm');

/** The parameters of a CommonJS module's function. */
const PARAMETERS = ['module', 'exports', 'require', '__dirname', '__filename', 'jest'];

/**
 * Creates a module's functions; each is compiled at its first use.
 * @param filename For stacks, breakpoints and coverage.
 * @param code CommonJS.
 * @param parsingContext The sandbox in which the module runs; undefined: the sandbox of this file.
 */
function bodyOf(filename, code, parsingContext) {
  const compile =
    parsingContext === undefined && runInThisContext('globalThis') !== globalThis
      ? compileHere
      : (text, names, columnOffset) =>
          compileFunction(text, names, { filename, parsingContext, columnOffset });
  function compileHere(text, names) {
    // biome-ignore lint/security/noGlobalEval: without a reference to the context, only eval can compile code for it.
    const indirect = globalThis.eval;
    return indirect(`(function(${names.join(',')}){${text}\n})\n//# sourceURL=${filename}`);
  }
  let plain;
  let scoped;
  return {
    code,
    /** The module's function with the sandbox's globals. */
    get plain() {
      plain ??= compile(code, PARAMETERS, 0);
      return plain;
    },
    /**
     * Creates the module's function for one process, in which `names` have these `values`. A function around the module
     * defines the names, so that the module may declare variables with the same names.
     * @param hasLive If true, the last value is an object whose properties are names as well; their values may change.
     */
    inScope(names, values, hasLive) {
      const before = `${hasLive ? 'with(live)' : ''}{return function(${PARAMETERS.join(',')}){`;
      scoped ??= compile(`${before}${code}\n}}`, hasLive ? [...names, 'live'] : names, -before.length);
      return scoped(...values);
    },
  };
}

module.exports = { bodyOf };
