/** Names of Node's own modules, such as `fs`: a phone has none of them. */
import { isBuiltin } from 'node:module';
import { find } from './resolve.cjs';

/**
 * The file that a name of Node's means in a mini-program: an npm package of the same name, e.g. `events`.
 * @param folder The folder of the file that asks.
 * @param resolve How the test runner resolves.
 * @returns undefined for a name that Node does not have
 * @throws Error in WeChat's words when there is no such package.
 */
export function insteadOfNode(
  request: string,
  folder: string,
  resolve: (request: string) => string,
): string | undefined {
  // In WeChat's words.
  if (typeof request !== 'string' || request === '') throw new Error('require args must be a string');
  if (!isBuiltin(request)) return undefined;
  const found = find(request, folder);
  if (found !== undefined) return found;
  try {
    // With the slash it is a package, and not Node's module.
    const path = resolve(`${request}/`);
    if (!isBuiltin(path)) return path;
  } catch {
    // There is no package of that name.
  }
  throw new Error(
    `module '${request}.js' is not defined, require args is '${request}': a phone has no modules of Node`,
  );
}
