/**
 * Jest's `transform` for mini-programs, and for TypeScript tests around them: @swc/jest, and `require.async`, which
 * Jest's `require` lacks. Options are those of @swc/jest; without any, TypeScript and ES modules are understood.
 */
const { createTransformer } = require('@swc/jest');

const DEFAULTS = {
  jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

/** On the line of the first statement, so that line numbers stay. */
const REQUIRE_ASYNC = 'require.async=(path)=>Promise.resolve().then(()=>require(path));';

const withAsync = (source) => (source.includes('require.async') ? REQUIRE_ASYNC + source : source);

module.exports = {
  createTransformer(options) {
    const swc = createTransformer({ ...DEFAULTS, ...options });
    return {
      ...swc,
      process: (source, ...rest) => swc.process(withAsync(source), ...rest),
      processAsync: (source, ...rest) => swc.processAsync(withAsync(source), ...rest),
      getCacheKey: (source, ...rest) => swc.getCacheKey(withAsync(source), ...rest),
    };
  },
};
