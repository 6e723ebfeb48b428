/**
 * Loads the stage's libraries: miniprogram-simulate, and its dependencies j-component and exparser. The npm package has
 * copies of them in `vendor` (scripts/package/vendored.ts), so that every package manager installs the same versions.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

// A file name that does not exist: with a real one, Jest would treat that file as its own parent and search its
// ancestors endlessly.
const load = createRequire(join(__dirname, '__engine__.js'));

const vendor = [join(__dirname, 'vendor'), join(__dirname, '../vendor')].find((folder) => existsSync(folder));

/** The file in the engine's copy of the package, wherever npm has installed it. */
function installed(path: string): string {
  // Resolve a file, not the package's name: a test configuration may map the name to simulator/simulate.ts.
  const simulate = load.resolve('miniprogram-simulate/index.js');
  if (path.startsWith('miniprogram-simulate/')) return load.resolve(path);
  const component = createRequire(simulate).resolve('j-component');
  return path.startsWith('j-component/')
    ? join(dirname(component), path.slice('j-component/'.length))
    : createRequire(component).resolve(path);
}

/** @param path Package and file, e.g. `j-component/src/render/render.js`. */
export const loadLibrary = (path: string): unknown =>
  load(vendor === undefined ? installed(path) : join(vendor, path));
