/** A mistake in a WXML file: where it is, and what is wrong. */

/** A place in a text, both numbers from 1. */
export interface WxmlPlace {
  readonly line: number;
  readonly column: number;
}

/** Something in a WXML file that WeChat lets pass although it is hardly meant. */
export interface WxmlWarning {
  readonly reason: string;
  /** Offset in the file's text. */
  readonly at: number;
  /** The built-in tag that it is about. It does not apply to a component of the mini-program with the same name. */
  readonly tag?: string;
}

/** Line and column of an offset. */
export function placeIn(source: string, at: number): WxmlPlace {
  const before = source.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** `pages/a/a.wxml:3:5: reason`, and the line below it. */
export function wxmlMessage(reason: string, file: string, source: string, at: number): string {
  const { line, column } = placeIn(source, at);
  const excerpt = source.split('\n')[line - 1]?.trim() ?? '';
  return `${file}:${line}:${column}: ${reason}\n    ${excerpt}`;
}

/** A mistake that WeChat's compiler refuses. */
export class WxmlError extends Error {
  override readonly name = 'WxmlError';
  readonly place: WxmlPlace;

  /**
   * @param file Path relative to the mini-program's root.
   * @param source The file's text; `at` an offset in it.
   */
  constructor(
    readonly reason: string,
    readonly file: string,
    source: string,
    at: number,
  ) {
    super(wxmlMessage(reason, file, source, at));
    this.place = placeIn(source, at);
  }
}
