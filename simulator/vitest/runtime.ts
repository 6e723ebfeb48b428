/** Functions for the code that the plugin generates. They run in a worker of Vitest. */
import { readFileSync } from 'node:fs';
import { loadScript, substitute } from '../headless/modules/own';

export { loadScript };

/**
 * The key that marks the namespace of an imported script; its value is the namespace itself. An automock copies the
 * key, but not the identity, so a mock can be recognised.
 */
export const SCRIPT = Symbol.for('miniprogram.script');

/** A statement of an ES module at the beginning of a line. */
const EXPORTS = /^\s*export\b/m;

type Namespace = Readonly<Record<PropertyKey, unknown>>;

/**
 * Makes `vi.mock` of a script also replace it in the mini-program.
 * @param path The script, absolute.
 * @param importIt Imports the script as the test file does. The result is the mock as long as there is one.
 */
export function mocked(path: string, importIt: () => Promise<Namespace>): void {
  substitute(path, async () => {
    const namespace = await importIt();
    const isScript = SCRIPT in namespace && namespace[SCRIPT] === namespace;
    return isScript ? undefined : asExports(namespace, path);
  });
}

/** Converts the namespace of a mock to the result of `require`, according to the kind of module that it replaces. */
function asExports(namespace: Namespace, path: string): unknown {
  if (!EXPORTS.test(readFileSync(path, 'utf8'))) {
    return 'default' in namespace ? namespace.default : namespace;
  }
  return new Proxy(namespace, {
    get: (target, key) => (key === '__esModule' ? true : Reflect.get(target, key)),
  });
}
