/**
 * Jest's `testEnvironment` for mini-programs: a DOM and Node's own `fetch` (jest-fixed-jsdom), and a door to the worker
 * around the sandbox. What the door is good for:
 * - libraries that every test file would load again are loaded once, outside (outside.cjs);
 * - a mini-program's modules are compiled once a test file, however often its process starts again (transform.cjs,
 *   headless/modules/jest.ts).
 */
const FixedJsdomEnvironment = require('jest-fixed-jsdom');
const { bodyOf } = require('../headless/modules/body.cjs');
const { createServers } = require('./msw-servers.cjs');

module.exports = class MiniprogramEnvironment extends FixedJsdomEnvironment {
  constructor(...args) {
    super(...args);
    // MSW replaces the worker's `fetch` while it listens, not that of the sandbox.
    this.global.fetch = (...request) => fetch(...request);
    const bodies = new Map();
    this.servers = createServers();
    const [{ projectConfig }] = args;
    const door = {
      require: (filename) => this.servers.watch(require(filename)),
      /** The folder that relative paths of tests start from, in whatever folder Jest was started. */
      rootDir: projectConfig.rootDir,
      /** The mini-program's modules, by file. */
      bodies,
      /** Jest's data of each of them. */
      origins: new Map(),
      /** Compiles a module, unless that has been done. */
      keep: (filename, code) => {
        door.stale = true;
        if (!bodies.has(filename)) bodies.set(filename, bodyOf(filename, code, this.getVmContext()));
      },
      /** Runs a module for the process that runs, and returns its exports; set by the stage. */
      load: undefined,
      /** Has Jest loaded anything since the last process began? */
      stale: true,
      /** True when a file of tests replaces modules: then Jest alone decides what a module is. */
      mocks: false,
    };
    this.global[Symbol.for('miniprogram.worker')] = door;
  }

  async teardown() {
    await this.servers.closeAll();
    await super.teardown();
  }
};
