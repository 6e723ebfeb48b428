/** Loaded once a worker, outside the sandbox: glass-easel's compiler is WebAssembly that takes long to start. */
module.exports = globalThis[Symbol.for('miniprogram.worker')].require('glass-easel-template-compiler');
