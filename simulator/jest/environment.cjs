/**
 * Jest's `testEnvironment` for mini-programs: a DOM, Node's own `fetch` (jest-fixed-jsdom), and an interface to the
 * worker outside the sandbox. The interface has two purposes:
 * - some libraries are loaded once per worker, outside the sandbox, instead of once per test file (outside.cjs);
 * - a mini-program's modules are compiled once per test file, even if its process starts many times (transform.cjs,
 *   headless/modules/jest.ts).
 */
const FixedJsdomEnvironment = require('jest-fixed-jsdom');
const { bodyOf } = require('../headless/modules/body.cjs');
const { createServers } = require('./msw-servers.cjs');

module.exports = class MiniprogramEnvironment extends FixedJsdomEnvironment {
  constructor(...args) {
    super(...args);
    // A function, because MSW replaces the worker's `fetch` while it listens, but not the sandbox's.
    this.global.fetch = (...request) => fetch(...request);
    const bodies = new Map();
    this.servers = createServers();
    const [{ projectConfig }] = args;
    const workerInterface = {
      require: (filename) => this.servers.watch(require(filename)),
      /** Relative paths in tests start from this folder, in whatever folder Jest was started. */
      rootDir: projectConfig.rootDir,
      /** File → compiled module of the mini-program. */
      bodies,
      /** File → Jest's data of the module. */
      origins: new Map(),
      /** Compiles a module, unless it has been compiled already. */
      keep: (filename, code) => {
        workerInterface.stale = true;
        if (!bodies.has(filename)) bodies.set(filename, bodyOf(filename, code, this.getVmContext()));
      },
      /** Set by the stage: runs a module in the running process and returns its exports. */
      load: undefined,
      /** Has Jest loaded a module since the last process began? */
      stale: true,
      /** True when a test file mocks modules: then only Jest's own module registry is used. */
      mocks: false,
    };
    this.global[Symbol.for('miniprogram.worker')] = workerInterface;
  }

  async teardown() {
    await this.servers.closeAll();
    await super.teardown();
  }
};
