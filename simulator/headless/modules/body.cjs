/** A compiled module that has not run yet. */
const { compileFunction, runInThisContext } = require('node:vm');

/** What a CommonJS module finds in its scope. */
const PARAMETERS = ['module', 'exports', 'require', '__dirname', '__filename', 'jest'];

/**
 * Makes a module's bodies; each is compiled when it is first asked for.
 * @param filename For stacks, breakpoints and coverage.
 * @param code CommonJS.
 * @param parsingContext The sandbox that it runs in; undefined: the one that this file runs in.
 */
function bodyOf(filename, code, parsingContext) {
  const compile =
    parsingContext === undefined && runInThisContext('globalThis') !== globalThis
      ? compileHere
      : (text, names, columnOffset) =>
          compileFunction(text, names, { filename, parsingContext, columnOffset });
  function compileHere(text, names) {
    // biome-ignore lint/security/noGlobalEval: a sandbox whose context is not known can be reached through it only.
    const indirect = globalThis.eval;
    return indirect(`(function(${names.join(',')}){${text}\n})\n//# sourceURL=${filename}`);
  }
  let plain;
  let scoped;
  return {
    code,
    /** Runs it with the sandbox's globals. */
    get plain() {
      plain ??= compile(code, PARAMETERS, 0);
      return plain;
    },
    /**
     * Makes its body for one process, with these names. The inner function lets the module declare them itself.
     * @param hasLive Is there a last value, an object whose properties are names, too, and may change?
     */
    inScope(names, values, hasLive) {
      const before = `${hasLive ? 'with(live)' : ''}{return function(${PARAMETERS.join(',')}){`;
      scoped ??= compile(`${before}${code}\n}}`, hasLive ? [...names, 'live'] : names, -before.length);
      return scoped(...values);
    },
  };
}

module.exports = { bodyOf };
