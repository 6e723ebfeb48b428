/**
 * Jest's `resolver` for mini-programs: resolves `require` and `import` as WeChat does (headless/modules/resolve.cjs),
 * and other requests with Jest's default resolver.
 */
const { find } = require('../headless/modules/resolve.cjs');

/** @type {import('jest-resolve').SyncResolver} */
module.exports = (request, options) => {
  const found = request.startsWith('.') ? undefined : find(request, options.basedir);
  return found ?? options.defaultResolver(request, options);
};
