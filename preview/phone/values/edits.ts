/** The user's edits of values: they are marked in the panel, and can be undone. */
import type { EditMark, ValuePath } from '../../live-values';

/** One edit. */
export interface Edit {
  /** What holds the value: an instance, or the storage. */
  readonly holder: object;
  readonly path: ValuePath;
  /** The result of `now` right after the edit. */
  readonly after: string;
  /** The current value as a text. Different values have different texts. */
  now(): string;
  /** Whether the holder of the value still exists. */
  isLive(): boolean;
  /** Whether the mini-program can only replace the whole value: with another value, nothing of the edit is left. */
  readonly isWhole: boolean;
  /** @returns false if it cannot be undone */
  undo(): boolean;
}

/** The edits of one scene. */
export interface Edits {
  add(edit: Edit): void;
  /** Number of paths that still hold the user's value. */
  readonly count: number;
  mark(holder: object, path: ValuePath): EditMark;
  /** See `LiveValues.reset`. */
  reset(): 'done' | 'restart';
}

const isInForce = (edit: Edit): boolean => edit.isLive() && edit.now() === edit.after;

const startsWith = (path: ValuePath, start: ValuePath): boolean =>
  start.length <= path.length && start.every((key, at) => key === path[at]);

/** Makes an empty list. */
export function createEdits(): Edits {
  let made: Edit[] = [];

  /** Undoes one edit, unless the mini-program has set the value since. @returns false if only a restart removes it */
  function undo(edit: Edit): boolean {
    if (!edit.isLive()) return true;
    if (isInForce(edit)) return edit.undo();
    // If the mini-program changed a part of an edited object, the other parts are still the user's.
    return edit.isWhole;
  }

  return {
    add: (edit) => void made.push(edit),
    get count() {
      made = made.filter((edit) => edit.isLive());
      const places = new Map<object, Set<string>>();
      for (const edit of made.filter(isInForce)) {
        const paths = places.get(edit.holder) ?? new Set();
        places.set(edit.holder, paths.add(JSON.stringify(edit.path)));
      }
      return [...places.values()].reduce((sum, { size }) => sum + size, 0);
    },
    mark(holder, path) {
      const own = made.filter((edit) => edit.holder === holder && startsWith(edit.path, path));
      const inForce = own.filter(isInForce);
      if (inForce.some((edit) => edit.path.length === path.length)) return 'edited';
      return inForce.length > 0 ? 'inside' : '';
    },
    reset() {
      const last = made.toReversed();
      made = [];
      return last.map(undo).every(Boolean) ? 'done' : 'restart';
    },
  };
}
