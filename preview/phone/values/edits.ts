/** The user's edits of values: they are marked in the panel, and can be undone. */
import type { EditMark, ValuePath } from '../../live-values';

/** One edit. */
interface Edit {
  /** The object that contains the value: an instance, or the storage. */
  readonly holder: object;
  readonly path: ValuePath;
  /** The result of `now` right after the edit. */
  readonly after: string;
  /** The current value as a text. Different values have different texts. */
  now(): string;
  /** Whether the object that contains the value still exists. */
  isLive(): boolean;
  /**
   * Whether the mini-program can only replace the whole value, e.g. a number. If it has replaced the value, the edit is
   * gone. false for an object: the mini-program may have replaced only a part of it.
   */
  readonly isWhole: boolean;
  /** @returns false if it cannot be undone */
  undo(): boolean;
}

/** The edits of one scene. */
export interface Edits {
  add(edit: Edit): void;
  /** Number of paths that still have the user's value. */
  readonly count: number;
  mark(holder: object, path: ValuePath): EditMark;
  /** See `LiveValues.reset`. */
  reset(): 'done' | 'restart';
}

const isInForce = (edit: Edit): boolean => edit.isLive() && edit.now() === edit.after;

const startsWith = (path: ValuePath, start: ValuePath): boolean =>
  start.length <= path.length && start.every((key, at) => key === path[at]);

/** Creates an empty list of edits. */
export function createEdits(): Edits {
  let made: Edit[] = [];

  /**
   * Undoes one edit. Does nothing if the mini-program has set the value since then.
   * @returns false if only a restart of the scene removes the edit
   */
  function undo(edit: Edit): boolean {
    if (!edit.isLive()) return true;
    if (isInForce(edit)) return edit.undo();
    // If the mini-program has changed a part of an edited object, its other parts may still be the user's.
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
