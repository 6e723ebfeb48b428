/** A script's `require` may only load files of the mini-program, as in the preview: a phone has no other files. */
import { dirname, join, relative } from 'node:path';
import { notDefined } from '../../program/require-errors';
import { isBelow, isReallyBelow } from '../../sources/inside';
import { projectOf } from './project.cjs';
import { rootOf } from './root.cjs';

/** Files that have passed the check. */
const inside = new Set<string>();

/**
 * @param request The argument of `require`. A package passes without a check, because the developer has installed it.
 * @param folder The folder of the script that calls `require`.
 * @param path The resolved file; it has not run yet.
 * @throws Error when the script belongs to a mini-program and the file does not
 */
export function assertInside(request: string, folder: string, path: string): void {
  if (!/^[./]/.test(request)) return;
  const root = rootOf(folder);
  if (root === null) return;
  const asked = request.startsWith('/') ? path : join(folder, request);
  // Links may lead outside the mini-program, but not outside its project.
  if (isBelow(root, asked) && (inside.has(path) || isReallyBelow(projectOf(root) ?? root, path))) {
    inside.add(path);
    return;
  }
  throw notDefined(request, 'it is outside of the mini-program, and a phone has no such file');
}

/**
 * The error for a request without a file.
 * @param from The requiring script, absolute.
 */
export function missingModule(request: string, from: string): Error {
  const root = rootOf(dirname(from));
  const name = root === null ? from : relative(root, from).replaceAll('\\', '/');
  return notDefined(request, `there is no such file, required by ${name}`);
}
