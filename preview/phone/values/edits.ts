/** What a person has set by hand, so that it can be marked, and undone. */
import type { EditMark, ValuePath } from '../../live-values';

/** One change by hand. */
export interface Edit {
  /** What it was made in: an instance, or the storage. */
  readonly holder: object;
  readonly path: ValuePath;
  /** What was there right after it, as `now` says it. */
  readonly after: string;
  /** What is there now, as a text: two values that differ have different ones. */
  now(): string;
  /** Is what holds the value still there? */
  isLive(): boolean;
  /** The mini-program sets it as a whole only: when it is another one, nothing of the edit is left. */
  readonly isWhole: boolean;
  /** @returns false: it cannot be undone */
  undo(): boolean;
}

/** The edits of one scene. */
export interface Edits {
  add(edit: Edit): void;
  /** How many places hold what a person has set. */
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

  /** Undoes one. What the mini-program has set since stays. @returns false: only a restart helps */
  function undo(edit: Edit): boolean {
    if (!edit.isLive()) return true;
    if (isInForce(edit)) return edit.undo();
    // Of an object in which the mini-program has changed something, a part is the person's still.
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
