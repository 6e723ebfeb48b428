/** Lines that say the same again and again become one line with a count. Pure. */
import type { LineKind, LogLine } from './log-lines';

/** A line, and how many of them there were in a row. */
export interface CountedLine extends LogLine {
  count: number;
}

/** Each call and each request is one of its own; warnings and errors are read once. */
const foldable: ReadonlySet<LineKind> = new Set(['problem', 'console']);

const isSame = (one: LogLine, other: LogLine): boolean =>
  one.kind === other.kind &&
  one.title === other.title &&
  one.outcome === other.outcome &&
  one.details === null &&
  other.details === null;

/** The lines, with those that follow their like counted on the first of them: it keeps its key and its time. */
export function foldRepeated(lines: readonly LogLine[]): CountedLine[] {
  const folded: CountedLine[] = [];
  for (const line of lines) {
    const last = folded.at(-1);
    if (last && foldable.has(line.kind) && isSame(last, line)) last.count += 1;
    else folded.push({ ...line, count: 1 });
  }
  return folded;
}
