/**
 * Jest's `testEnvironment` for browser tests: Node's, and Playwright, which a worker loads once; in each test file's own
 * sandbox it would cost 0.6 s of processor time.
 */
const { TestEnvironment } = require('jest-environment-node');

module.exports = class BrowserEnvironment extends TestEnvironment {
  constructor(...args) {
    super(...args);
    this.global[Symbol.for('playwright')] = require('playwright-core');
  }
};
