/**
 * Jest's `resolver` for mini-programs: `require` and `import` find what WeChat finds (headless/modules/resolve.cjs).
 * Everything else is resolved as if this file were not there.
 */
const { find } = require('../headless/modules/resolve.cjs');

/** @type {import('jest-resolve').SyncResolver} */
module.exports = (request, options) => {
  const found = request.startsWith('.') ? undefined : find(request, options.basedir);
  return found ?? options.defaultResolver(request, options);
};
