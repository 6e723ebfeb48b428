/**
 * Jest's `testEnvironment` for mini-programs: a DOM and Node's own `fetch` (jest-fixed-jsdom), and a door to the worker
 * around the sandbox. What the door is good for:
 * - libraries that every test file would load again are loaded once, outside (outside.cjs);
 * - a mini-program's modules are compiled once a test file, however often its process starts again (transform.cjs,
 *   headless/jest-modules.ts).
 */
const { compileFunction } = require('node:vm');
const FixedJsdomEnvironment = require('jest-fixed-jsdom');
const { createServers } = require('./msw-servers.cjs');

/** What a CommonJS module finds in its scope. */
const PARAMETERS = ['module', 'exports', 'require', '__dirname', '__filename', 'jest'];

/** A module in its two forms; each is compiled when it is first asked for. */
function moduleOf(filename, code, parsingContext) {
  let plain;
  let scoped;
  return {
    code,
    /** Runs it with the sandbox's globals. */
    get plain() {
      plain ??= compileFunction(code, PARAMETERS, { filename, parsingContext });
      return plain;
    },
    /**
     * Makes its body for one process, with these names. The inner function lets the module declare them itself.
     * @param hasLive Is there a last value, an object whose properties are names, too, and may change?
     */
    inScope(names, values, hasLive) {
      const before = `${hasLive ? 'with(live)' : ''}{return function(${PARAMETERS.join(',')}){`;
      const options = { filename, parsingContext, columnOffset: -before.length };
      scoped ??= compileFunction(`${before}${code}\n}}`, hasLive ? [...names, 'live'] : names, options);
      return scoped(...values);
    },
  };
}

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
      /** What relative paths of tests mean, whatever folder Jest was started in. */
      rootDir: projectConfig.rootDir,
      /** The mini-program's modules, by file. */
      bodies,
      /** What Jest knows of each of them. */
      origins: new Map(),
      /** Compiles a module, unless that has been done. */
      keep: (filename, code) => {
        door.stale = true;
        if (!bodies.has(filename)) bodies.set(filename, moduleOf(filename, code, this.getVmContext()));
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
