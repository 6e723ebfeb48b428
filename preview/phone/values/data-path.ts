/** Converts the path of a value in `data` to a key for `setData`. Pure. */
import type { ValuePath } from '../../live-values';

/** Characters with a meaning in a path; a backslash escapes them. */
const SIGNS = /[.[\]\\]/g;

/**
 * `['list', 0, 'a.b']` → `list[0].a\.b`.
 * @returns undefined for a path that has no key in `setData`: an empty path, or one with an empty part
 */
export function setDataKey(path: ValuePath): string | undefined {
  if (path.length === 0 || typeof path[0] === 'number' || path.includes('')) return undefined;
  return path
    .map((key, at) => {
      if (typeof key === 'number') return `[${key}]`;
      const name = key.replace(SIGNS, '\\$&');
      return at === 0 ? name : `.${name}`;
    })
    .join('');
}
