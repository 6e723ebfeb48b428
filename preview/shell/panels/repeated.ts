/** Folds equal lines in a row into one line with a count. Pure. */
import type { LineKind, LogLine } from './log-lines';

/** A line, and the number of equal lines in a row. */
export interface CountedLine extends LogLine {
  count: number;
}

/** Only problems and console lines are folded. Every call and every request has its own line. */
const foldable: ReadonlySet<LineKind> = new Set(['problem', 'console']);

const isSame = (one: LogLine, other: LogLine): boolean =>
  one.kind === other.kind &&
  one.title === other.title &&
  one.outcome === other.outcome &&
  one.details === null &&
  other.details === null;

/** Folds lines. Of several equal lines the first one remains, with its key and time. */
export function foldRepeated(lines: readonly LogLine[]): CountedLine[] {
  const folded: CountedLine[] = [];
  for (const line of lines) {
    const last = folded.at(-1);
    if (last && foldable.has(line.kind) && isSame(last, line)) last.count += 1;
    else folded.push({ ...line, count: 1 });
  }
  return folded;
}
