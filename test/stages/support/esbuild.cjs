/** Loaded once a worker, outside the sandbox: esbuild refuses to run in jsdom's world. */
module.exports = globalThis[Symbol.for('miniprogram.worker')].require('esbuild');
