/**
 * Jest's `transform` for mini-programs: @swc/jest, with these additions:
 * - `require.async`, which Jest's `require` lacks;
 * - a mini-program's module is compiled once per test file, although every test starts a new process; Jest would
 *   compile it for each process;
 * - exports can be replaced by assignment and by `jest.spyOn`, as in DevTools;
 * - scripts of a project with `"es6": false` run unchanged, without strict mode;
 * - some libraries are loaded outside the sandbox: outside.cjs.
 * The options are those of @swc/jest. By default TypeScript and ES modules are supported.
 */
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { dirname } = require('node:path');
const { createTransformer } = require('@swc/jest');
const { STAND_IN, WORKER, isOutside } = require('./outside.cjs');
const {
  AS_IT_IS,
  OPTIONS,
  isKeptAsWritten,
  withWritableExports,
} = require('../headless/modules/prepare.cjs');
const { rootOf } = require('../headless/modules/root.cjs');
const { syntaxError } = require('../headless/modules/syntax-error.cjs');

/** Inserted into the line of the first statement, so that line numbers do not change. */
const REQUIRE_ASYNC = 'require.async=(path)=>Promise.resolve().then(()=>require(path));';

/** Matches a file that mocks modules: then the mini-program's modules run in Jest's own registry only. */
const REPLACES_MODULES = /\.(?:mock|doMock|setMock|unstable_mockModule)\(|\benableAutomock\(/;
const LEAVE_TO_JEST = `(globalThis[Symbol.for('miniprogram.worker')]??{}).mocks=true;`;

const INLINE_MAP = /\n\/\/# sourceMappingURL=data:application\/json[^,\n]*;base64,([\w+/=]+)\s*$/;

/**
 * A hash of the files that affect the output. It is part of the cache key, so that a change of them invalidates cached
 * results.
 */
const VERSION = [
  __filename,
  require.resolve('./outside.cjs'),
  require.resolve('../headless/modules/prepare.cjs'),
  require.resolve('../headless/modules/project.cjs'),
  require.resolve('../headless/modules/root.cjs'),
  require.resolve('../headless/modules/syntax-error.cjs'),
]
  .reduce((hash, file) => hash.update(readFileSync(file)), createHash('sha1'))
  .digest('hex');

function prepared(source) {
  const before = [
    source.includes('require.async') ? REQUIRE_ASYNC : '',
    REPLACES_MODULES.test(source) ? LEAVE_TO_JEST : '',
  ].join('');
  return before + source;
}

/**
 * Is the module compiled once per test file? Not with coverage or automock, because these work only on code that Jest
 * itself runs.
 */
const isKept = (path, { instrument, config, collectCoverage = false }) =>
  !instrument &&
  !collectCoverage &&
  !config.automock &&
  !path.includes('node_modules') &&
  rootOf(dirname(path)) !== null;

/**
 * Wraps a module so that it stores its compiled function in the worker. The running process calls the function; without
 * a process the module calls it itself. The code is in a string literal, because a string literal is parsed much faster
 * than the code in it.
 */
function keptModule({ code, map }) {
  const text = JSON.stringify(code);
  return {
    code: `${WORKER}worker.keep(__filename,${text});if(worker.load)module.exports=worker.load(__filename,require);else worker.bodies.get(__filename).plain.call(exports,module,exports,require,__dirname,__filename,typeof jest==='undefined'?undefined:jest);`,
    map,
  };
}

/**
 * Separates the source map from the code: Jest then stores the map in a file of its own and reads it only for an error.
 * A map inside the code would be read every time.
 */
function withoutMap({ code, map }) {
  const [inline = '', base64] = INLINE_MAP.exec(code) ?? [];
  if (base64 === undefined) return { code, map };
  return {
    code: code.slice(0, code.length - inline.length),
    map: Buffer.from(base64, 'base64').toString(),
  };
}

function compiled(swc, source, path, given) {
  const text = prepared(source);
  try {
    const made = swc.process(text, path, given);
    // With coverage, Jest expects the map inside the code.
    return given.instrument ? made : withoutMap(made);
  } catch (error) {
    throw syntaxError(error, text, path, text.length - source.length);
  }
}

module.exports = {
  createTransformer(options) {
    const swc = createTransformer({ ...OPTIONS, ...options });
    const asItIs = createTransformer({ ...OPTIONS, ...options, ...AS_IT_IS });
    return {
      ...swc,
      process(source, path, given) {
        if (isOutside(path)) return { code: STAND_IN };
        const { code, map } = compiled(isKeptAsWritten(path) ? asItIs : swc, source, path, given);
        const result = { code: withWritableExports(code), map };
        return isKept(path, given) ? keptModule(result) : result;
      },
      processAsync: (source, ...rest) => swc.processAsync(prepared(source), ...rest),
      getCacheKey(source, path, given) {
        const { instrument = false, collectCoverage = false } = given;
        return [
          VERSION,
          instrument,
          collectCoverage,
          rootOf(dirname(path)) !== null,
          isKeptAsWritten(path),
          swc.getCacheKey(prepared(source), path, given),
        ].join(' ');
      },
    };
  },
};
