/** The path of a value in `data`, as `setData` takes it. Pure. */
import type { ValuePath } from '../../live-values';

/** Signs that mean something in a path: a backslash takes the meaning away. */
const SIGNS = /[.[\]\\]/g;

/**
 * `['list', 0, 'a.b']` → `list[0].a\.b`.
 * @returns undefined for a path that `setData` cannot name: an empty one, or one with an empty key
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
