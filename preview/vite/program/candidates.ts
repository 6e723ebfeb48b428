/** Finds the possible paths of a file that a script or a JSON file refers to. */
import { posix } from 'node:path';
import type { Sources } from './sources';

/** Path inside the root, without a leading slash. null: the path leaves the root, or is unsafe as an object key. */
export function insideRoot(path: string): string | null {
  const normal = posix.normalize(path.replace(/^\/+/, ''));
  return normal.startsWith('../') || ['..', '__proto__'].includes(normal) ? null : normal;
}

/**
 * The possible paths of `target` in the file `from`, in the order of the search. If `target` begins with a slash, or
 * with an alias of app.json (`resolveAlias`): from the root. Otherwise: beside the file, then in a `miniprogram_npm` of
 * this folder or of a folder above. If the path is a folder, its `index` is also tried.
 */
export function candidatesOf(sources: Sources, from: string, target: string): string[] {
  const folder = posix.dirname(from);
  const plain = withoutAlias(sources, target);
  const found = [plain.startsWith('/') ? plain : posix.join(folder, plain)];
  if (!plain.startsWith('.') && !plain.startsWith('/')) {
    for (let up = folder; ; up = posix.dirname(up)) {
      found.push(posix.join(up, 'miniprogram_npm', plain));
      if (up === '.' || up === '/') break;
    }
  }
  return found
    .map(insideRoot)
    .filter((path) => path !== null)
    .flatMap((path) => [path, `${path}/index`]);
}

/** `resolveAlias` of app.json, read once per compilation. */
const aliases = new WeakMap<Sources, readonly (readonly [from: string, to: string])[]>();

function aliasesOf(sources: Sources): readonly (readonly [from: string, to: string])[] {
  const known = aliases.get(sources);
  if (known) return known;
  const { resolveAlias } = sources.json('app.json');
  const entries = Object.entries(
    typeof resolveAlias === 'object' && resolveAlias !== null ? resolveAlias : {},
  );
  const found = entries.map(
    ([from, to]) => [from.replace(/\*$/, ''), String(to).replace(/\*$/, '')] as const,
  );
  aliases.set(sources, found);
  return found;
}

function withoutAlias(sources: Sources, target: string): string {
  const alias = aliasesOf(sources).find(([from]) => target.startsWith(from));
  return alias ? posix.join('/', alias[1], target.slice(alias[0].length)) : target;
}
