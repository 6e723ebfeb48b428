/**
 * Libraries that a worker of Jest loads once, outside the sandboxes of its test files. Otherwise every test file would
 * load them again: loading MSW alone takes longer than all else in a test file. None of these libraries uses the DOM.
 */
const OUTSIDE = 'msw|valibot|@noble/[a-z]+|less|csso|postcss|postcss-selector-parser';

const PATTERN = new RegExp(`^/node_modules/(?:${OUTSIDE})/`);

/** Does this file belong to one of these libraries? */
function isOutside(path) {
  const portable = path.replaceAll('\\', '/');
  return PATTERN.test(portable.slice(portable.lastIndexOf('/node_modules/')));
}

/** Code for the sandbox that reads the interface of environment.cjs. */
const WORKER = `const worker=globalThis[Symbol.for('miniprogram.worker')];if(!worker)throw new Error('simulator/jest/transform.cjs needs testEnvironment: simulator/jest/environment.cjs');`;

/** The code that the sandbox runs instead of the library. */
const STAND_IN = `${WORKER}module.exports=worker.require(__filename);`;

module.exports = { OUTSIDE, STAND_IN, WORKER, isOutside };
