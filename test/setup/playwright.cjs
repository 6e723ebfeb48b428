/** Replaces `playwright-core` in test files: see browser-environment.cjs. */
module.exports = globalThis[Symbol.for('playwright')];
