/** What a benchmark is: a file `<name>.bench.ts` whose default export is one of these. */

/** One measured figure. */
export interface Row {
  what: string;
  /** With its unit, e.g. `31 µs`. */
  value: string;
  /** What it is compared with in the same run; absent = nothing. */
  peer?: string;
  /** How it compares, e.g. `0.82 ×`. */
  ratio?: string;
  /** What it should be, e.g. `≥ 0.7 ×`; absent = for information. */
  target?: string;
  /** Was the target met? Only with a target. */
  met?: boolean;
}

export interface Bench {
  /** Heading of its table. */
  title: string;
  /** @param progress Called with what is being done, a few words each. */
  run(progress: (what: string) => void): Promise<readonly Row[]>;
  /** What a reader must know to read the figures, in a sentence or two. */
  note?: string;
}

/** The middle one; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return (low + high) / 2;
}

/** A row with a ratio: its text, and whether it meets `≥ target`. */
export function atLeast(ratio: number, target: number): Pick<Row, 'ratio' | 'target' | 'met'> {
  return { ratio: `${ratio.toFixed(2)} ×`, target: `≥ ${target} ×`, met: ratio >= target };
}

/** A row with a ratio: its text, and whether it meets `≤ target`. */
export function atMost(ratio: number, target: number): Pick<Row, 'ratio' | 'target' | 'met'> {
  return { ratio: `${ratio.toFixed(2)} ×`, target: `≤ ${target} ×`, met: ratio <= target };
}
