/**
 * Jest's `transform` for mini-programs: @swc/jest, and what Jest alone does not do for them:
 * - `require.async`, which Jest's `require` lacks;
 * - a mini-program's module is compiled once a test file: its process starts anew in every test, and Jest would compile
 *   all of it each time;
 * - exports can be replaced, as those that DevTools compiles: by assignment, by `jest.spyOn`;
 * - a project with `"es6": false` runs as it is, not in strict mode;
 * - some libraries are loaded outside the sandbox: outside.cjs.
 * Options are those of @swc/jest; without any, TypeScript and ES modules are understood.
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

/** On the line of the first statement, so that line numbers stay. */
const REQUIRE_ASYNC = 'require.async=(path)=>Promise.resolve().then(()=>require(path));';

/** A file that replaces modules: from then on they are Jest's business alone. */
const REPLACES_MODULES = /\.(?:mock|doMock|setMock|unstable_mockModule)\(|\benableAutomock\(/;
const LEAVE_TO_JEST = `(globalThis[Symbol.for('miniprogram.worker')]??{}).mocks=true;`;

const INLINE_MAP = /\n\/\/# sourceMappingURL=data:application\/json[^,\n]*;base64,([\w+/=]+)\s*$/;

/** These files decide what comes out, so a change of theirs must not meet results from before. */
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

/** Coverage counts what Jest itself compiles, and so does automock. */
const isKept = (path, { instrument, config, collectCoverage = false }) =>
  !instrument &&
  !collectCoverage &&
  !config.automock &&
  !path.includes('node_modules') &&
  rootOf(dirname(path)) !== null;

/**
 * A module that stores its compiled body in the worker. The running process executes the body; without a process the module
 * does. The body is a string, because a string is parsed much faster than the code in it.
 */
function keptModule({ code, map }) {
  const text = JSON.stringify(code);
  return {
    code: `${WORKER}worker.keep(__filename,${text});if(worker.load)module.exports=worker.load(__filename,require);else worker.bodies.get(__filename).plain.call(exports,module,exports,require,__dirname,__filename,typeof jest==='undefined'?undefined:jest);`,
    map,
  };
}

/** Jest keeps a map in a file beside the code and reads it when an error needs it; in the code, it is read every time. */
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
    // Where Jest lets the code count, it looks for the map in it.
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
