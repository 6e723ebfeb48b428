/** Requests with the names of Node's own modules, such as `fs`, which do not exist on a phone. */
import { isBuiltin } from 'node:module';
import { assertRequest, notDefined } from '../../program/require-errors';
import { find } from './resolve.cjs';

/**
 * The file for a request whose name is also a module of Node: an npm package of the same name, e.g. `events`.
 * @param folder The folder of the requesting file.
 * @param resolve The resolve function of the test runner.
 * @returns undefined if Node has no module of this name
 * @throws Error with WeChat's message when there is no such package.
 */
export function insteadOfNode(
  request: string,
  folder: string,
  resolve: (request: string) => string,
): string | undefined {
  assertRequest(request);
  if (!isBuiltin(request)) return undefined;
  const found = find(request, folder);
  if (found !== undefined) return found;
  try {
    // The trailing slash makes Node look for a package instead of its own module.
    const path = resolve(`${request}/`);
    if (!isBuiltin(path)) return path;
  } catch {
    // There is no package of that name.
  }
  throw notDefined(request, 'a phone has no modules of Node');
}
