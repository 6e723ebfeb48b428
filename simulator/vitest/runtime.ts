/** What the code that the plugin writes calls in a worker of Vitest. */
import { readFileSync } from 'node:fs';
import { loadScript, substitute } from '../headless/modules/own';

export { loadScript };

/** Marks what a test file gets when it imports a script: its value is the namespace itself. An automock copies the key. */
export const SCRIPT = Symbol.for('miniprogram.script');

/** A statement of an ES module at the beginning of a line. */
const EXPORTS = /^\s*export\b/m;

type Namespace = Readonly<Record<PropertyKey, unknown>>;

/**
 * `vi.mock` of a script holds for the mini-program, too.
 * @param path The script, absolute.
 * @param importIt Imports it as the test file does: gives the substitute while there is one.
 */
export function mocked(path: string, importIt: () => Promise<Namespace>): void {
  substitute(path, async () => {
    const namespace = await importIt();
    const isScript = SCRIPT in namespace && namespace[SCRIPT] === namespace;
    return isScript ? undefined : asExports(namespace, path);
  });
}

/** What `require` gives: the namespace of a substitute as the exports of the kind of module that it replaces. */
function asExports(namespace: Namespace, path: string): unknown {
  if (!EXPORTS.test(readFileSync(path, 'utf8'))) {
    return 'default' in namespace ? namespace.default : namespace;
  }
  return new Proxy(namespace, {
    get: (target, key) => (key === '__esModule' ? true : Reflect.get(target, key)),
  });
}
