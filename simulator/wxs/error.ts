/** Mistakes in WXS, with their place. The messages are the same on the headless stage and in the preview. */

/** A place in a text. Line and column start at 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A mistake in a WXS text. */
export class WxsError extends Error {
  override name = 'WxsError';
  constructor(
    /** The reason, without the place. */
    readonly reason: string,
    /** Relative to the root of the mini-program. */
    readonly file: string,
    readonly place: Place,
  ) {
    super(`${file}:${place.line}:${place.column}: ${reason}`);
  }
}

/**
 * Converts an offset to a place.
 * @param start The place where the text starts in its file: an inline module does not start at line 1.
 */
export function placeOf(text: string, offset: number, start: Place = { line: 1, column: 1 }): Place {
  const lines = text.slice(0, offset).split('\n');
  const last = (lines.at(-1) ?? '').length;
  return {
    line: start.line + lines.length - 1,
    column: lines.length === 1 ? start.column + last : last + 1,
  };
}
