/** What test files find under the name `playwright-core`: see browser-environment.cjs. */
module.exports = globalThis[Symbol.for('playwright')];
