/** Loads esbuild once per worker, outside Jest's sandbox: esbuild refuses to run in jsdom's realm. */
module.exports = globalThis[Symbol.for('miniprogram.worker')].require('esbuild');
