/** Mistakes in a WXML file, with their place. */

/** A place in a text. Line and column start at 1. */
export interface WxmlPlace {
  readonly line: number;
  readonly column: number;
}

/** A probable mistake in a WXML file that WeChat accepts. */
export interface WxmlWarning {
  readonly reason: string;
  /** Offset in the file's text. */
  readonly at: number;
  /**
   * The warning concerns this built-in tag. It does not apply if the mini-program has a component with the same name.
   */
  readonly tag?: string;
}

/** Line and column of an offset. */
export function placeIn(source: string, at: number): WxmlPlace {
  const before = source.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Formats a mistake: `pages/a/a.wxml:3:5: reason`, and the source line below it. */
export function wxmlMessage(reason: string, file: string, source: string, at: number): string {
  const { line, column } = placeIn(source, at);
  const excerpt = source.split('\n')[line - 1]?.trim() ?? '';
  return `${file}:${line}:${column}: ${reason}\n    ${excerpt}`;
}

/** A mistake that WeChat's compiler rejects. */
export class WxmlError extends Error {
  override readonly name = 'WxmlError';
  readonly place: WxmlPlace;

  /**
   * @param file Path relative to the mini-program's root.
   * @param source The file's text. `at` is an offset in it.
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
