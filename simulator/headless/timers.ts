/** Timers that the mini-program sets end with its process, as on a phone. Those of the test and its libraries do not. */
import { sep } from 'node:path';

type Start = (run: (...args: never[]) => void, ms?: number, ...args: unknown[]) => unknown;
type Name = 'setTimeout' | 'setInterval';

const world = globalThis as unknown as Record<Name, Start> & { clearTimeout(handle: unknown): void };

/**
 * Watches `setTimeout` and `setInterval` from now on.
 * @param root The mini-program's folder, absolute: what code below it starts is its own.
 * @returns a function that ends its timers and stops watching
 */
export function watchTimers(root: string): () => void {
  const started = new Set<{ clear(): void }>();
  const stops = (['setTimeout', 'setInterval'] as const).map((name) => {
    const original = world[name];
    const { clearTimeout: clear } = world;
    const watched: Start = (...args) => {
      const handle = original.apply(globalThis, args);
      if (isCalledFrom(root)) started.add({ clear: () => clear.call(globalThis, handle) });
      return handle;
    };
    world[name] = Object.assign(watched, original);
    return () => {
      // Somebody else (fake timers) may have taken its place meanwhile.
      if (world[name] === watched) world[name] = original;
    };
  });
  return () => {
    for (const timer of started) timer.clear();
    for (const stop of stops) stop();
  };
}

/** Does the code that calls our caller lie below this folder? */
function isCalledFrom(root: string): boolean {
  const { prepareStackTrace } = Error;
  Error.prepareStackTrace = (_error, sites) => sites;
  const sites = new Error().stack as unknown as NodeJS.CallSite[] | string | undefined;
  Error.prepareStackTrace = prepareStackTrace;
  const caller = Array.isArray(sites) ? sites[2]?.getFileName() : undefined;
  return caller?.startsWith(root + sep) === true;
}
