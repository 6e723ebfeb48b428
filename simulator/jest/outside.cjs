/**
 * Libraries that a worker of Jest loads once, outside the sandboxes of its test files. Inside, each file would load them
 * again: MSW alone costs a test file more than everything that happens in it. All of these take text, bytes or
 * requests, and never look for a document.
 */
const OUTSIDE = 'msw|valibot|@noble/[a-z]+|less|csso|postcss|postcss-selector-parser';

const PATTERN = new RegExp(`^/node_modules/(?:${OUTSIDE})/`);

/** Is this a file of a library that stays outside? */
function isOutside(path) {
  const portable = path.replaceAll('\\', '/');
  return PATTERN.test(portable.slice(portable.lastIndexOf('/node_modules/')));
}

/** How a file in the sandbox finds what environment.cjs has put there. */
const WORKER = `const worker=globalThis[Symbol.for('miniprogram.worker')];if(!worker)throw new Error('simulator/jest/transform.cjs needs testEnvironment: simulator/jest/environment.cjs');`;

/** What the sandbox runs in the library's place. */
const STAND_IN = `${WORKER}module.exports=worker.require(__filename);`;

module.exports = { OUTSIDE, STAND_IN, WORKER, isOutside };
