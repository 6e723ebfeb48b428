/** Loads glass-easel's compiler once per worker, outside Jest's sandbox: its WebAssembly starts slowly. */
module.exports = globalThis[Symbol.for('miniprogram.worker')].require('glass-easel-template-compiler');
