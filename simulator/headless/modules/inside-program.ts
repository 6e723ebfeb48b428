/** A script's `require` stays inside the mini-program, as in the preview: a phone has no other files. */
import { join } from 'node:path';
import { isBelow, isReallyBelow } from '../../inside';
import { projectOf } from './project.cjs';
import { rootOf } from './root.cjs';

/** Files that were found to be inside. */
const inside = new Set<string>();

/**
 * @param request What stands in `require(…)`. A package is the developer's own: they have installed it.
 * @param folder Of the script that asks.
 * @param path The file that was found; not yet run.
 * @throws Error when the script is one of a mini-program and the file is none of it
 */
export function assertInside(request: string, folder: string, path: string): void {
  if (!/^[./]/.test(request)) return;
  const root = rootOf(folder);
  if (root === null) return;
  const asked = request.startsWith('/') ? path : join(folder, request);
  // Links may lead to what lies beside the mini-program, inside its project.
  if (isBelow(root, asked) && (inside.has(path) || isReallyBelow(projectOf(root) ?? root, path))) {
    inside.add(path);
    return;
  }
  throw new Error(
    `module "${request}" is not found: it is outside of the mini-program, and a phone has no such file`,
  );
}
