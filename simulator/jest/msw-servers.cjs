/**
 * Closes the MSW servers of a test file at its end. MSW is loaded once per worker and replaces the worker's `fetch`
 * while it listens, so a server that a test file forgets to close would answer the requests of the next file.
 */

/** The exports that create a server: `setupServer` of msw/node, and the classes that it uses in older versions. */
const MAKERS = ['setupServer', 'SetupServerApi', 'SetupServerCommonApi'];

/** Creates the register of one test file's servers. */
function createServers() {
  const made = new Set();
  const noted = (server) => {
    made.add(server);
    return server;
  };
  /** Wraps a function or class, so that the servers that it creates are registered. */
  const watched = (maker) =>
    new Proxy(maker, {
      apply: (target, self, args) => noted(Reflect.apply(target, self, args)),
      construct: (target, args, newTarget) => noted(Reflect.construct(target, args, newTarget)),
    });
  const known = new Map();
  return {
    /**
     * Returns a library's exports with wrapped server functions. For the same exports, the result is the same object.
     */
    watch(exports) {
      if (exports === null || typeof exports !== 'object') return exports;
      if (!MAKERS.some((name) => typeof exports[name] === 'function')) return exports;
      if (!known.has(exports)) {
        const members = Object.getOwnPropertyDescriptors(exports);
        for (const name of MAKERS) {
          if (typeof exports[name] !== 'function') continue;
          const value = watched(exports[name]);
          members[name] = { value, enumerable: true, configurable: true, writable: true };
        }
        const copy = Object.defineProperties({}, members);
        known.set(exports, copy);
      }
      return known.get(exports);
    },
    /** Closes all servers, including those that are closed already. */
    async closeAll() {
      for (const server of made) {
        try {
          await server.close();
        } catch {
          // The server has never listened, or is closed already.
        }
      }
      made.clear();
    },
  };
}

module.exports = { createServers };
