/**
 * Compiles the mini-program as WeChat DevTools does for old phones (`es6` and `enhance` in project.config.json): Babel
 * 7, preset-env for Chrome 53 and iOS 8, `async` as a state machine (regenerator). Source:
 * developers.weixin.qq.com/miniprogram/dev/devtools/codecompile.html. DevTools shares Babel's helpers between files;
 * here each file has a copy, with the same behaviour.
 *
 * `Promise` runs each callback in a separate task, like WeChat's polyfill over setTimeout on iOS 15 and older: see
 * promise.cjs.
 */
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { createHash } = require('node:crypto');
const { transformSync } = require('@babel/core');
const phone = require('../../simulator/jest/transform.cjs');

const PRODUCT = path.resolve(__dirname, '../../miniprogram') + path.sep;
const PROMISE =
  "var Promise=globalThis[Symbol.for('old phone: Promise')](function(run){setTimeout(run,0);});";
const VERSION = createHash('sha1').update(readFileSync(__filename)).digest('hex');

/** One list for all files: Babel caches the presets of a list, which saves half of the time. */
const presets = [
  [require.resolve('@babel/preset-env'), { targets: { chrome: '53', ios: '8' }, modules: 'commonjs' }],
  [require.resolve('@babel/preset-typescript'), { optimizeConstEnums: true }],
];

function asDevTools(source, filename) {
  const { code } = transformSync(source, {
    filename,
    babelrc: false,
    configFile: false,
    sourceType: 'module',
    presets,
  });
  return PROMISE + code;
}

module.exports = {
  createTransformer(options) {
    const inner = phone.createTransformer(options);
    const compiled = (source, file) => (file.startsWith(PRODUCT) ? asDevTools(source, file) : source);
    return {
      ...inner,
      process: (source, file, given) => inner.process(compiled(source, file), file, given),
      getCacheKey: (source, file, given) => `${VERSION} ${inner.getCacheKey(source, file, given)}`,
    };
  },
};
