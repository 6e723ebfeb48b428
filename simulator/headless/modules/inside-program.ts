/** A script's `require` stays inside the mini-program, as in the preview: a phone has no other files. */
import { dirname, join } from 'node:path';
import { isBelow, isReallyBelow } from '../../inside';
import { readJson, rootOf } from './root.cjs';

/** Root → its project: a launch runs every script again, and each `require` would read files up to the disk's root. */
const projects = new Map<string, string>();

/** The folder whose project.config.json names this root, else the root: links may lead to what lies beside it. */
function projectOf(root: string): string {
  const known = projects.get(root);
  if (known !== undefined) return known;
  const project = findProject(root);
  projects.set(root, project);
  return project;
}

function findProject(root: string): string {
  for (let folder = root; ; folder = dirname(folder)) {
    const { miniprogramRoot } = readJson(join(folder, 'project.config.json'));
    if (typeof miniprogramRoot === 'string' && join(folder, miniprogramRoot, '.') === root) return folder;
    if (folder === dirname(folder)) return root;
  }
}

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
  if (isBelow(root, asked) && (inside.has(path) || isReallyBelow(projectOf(root), path))) {
    inside.add(path);
    return;
  }
  throw new Error(
    `module "${request}" is not found: it is outside of the mini-program, and a phone has no such file`,
  );
}
