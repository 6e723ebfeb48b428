/**
 * MSW is loaded once a worker and replaces the worker's `fetch` while it listens. A test file that forgets
 * `server.close()` would answer the requests of the next file. So the servers that a file has made end with it.
 */

/** What makes a server: `setupServer` of msw/node, and the classes behind it in older versions. */
const MAKERS = ['setupServer', 'SetupServerApi', 'SetupServerCommonApi'];

/** Keeps account of the servers that one test file makes. */
function createServers() {
  const made = new Set();
  const noted = (server) => {
    made.add(server);
    return server;
  };
  /** A maker that notes what it makes. */
  const watched = (maker) =>
    new Proxy(maker, {
      apply: (target, self, args) => noted(Reflect.apply(target, self, args)),
      construct: (target, args, newTarget) => noted(Reflect.construct(target, args, newTarget)),
    });
  const known = new Map();
  return {
    /** A library's exports, with makers that note what they make. The same exports give the same result. */
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
    /** Closes all of them; closing one that is closed changes nothing. */
    async closeAll() {
      for (const server of made) {
        try {
          await server.close();
        } catch {
          // It never listened, or was closed already.
        }
      }
      made.clear();
    },
  };
}

module.exports = { createServers };
