/** Types and helpers of benchmarks. A benchmark is a file `<name>.bench.ts` whose default export is a `Bench`. */

/** One measured figure. */
export interface Row {
  what: string;
  /** The figure with its unit, e.g. `31 µs`. */
  value: string;
  /** The same figure of the peer, measured in the same run; absent = no peer. */
  peer?: string;
  /** Comparison of the two figures, e.g. `0.82 ×`, `+ 12 ms`. */
  ratio?: string;
  /** Target, e.g. `≥ 0.7 ×`; absent = for information only. */
  target?: string;
  /** Whether the target was met. Only with a target. */
  met?: boolean;
}

export interface Bench {
  /** Heading of its table. */
  title: string;
  /** Measures the rows. @param progress called with the current step, in a few words */
  run(progress: (what: string) => void): Promise<readonly Row[]>;
  /** Explanation of the figures, one or two sentences. */
  note?: string;
}

/** The median; for an even number of values, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return (low + high) / 2;
}

/** The fields of a row whose ratio must be `≥ target`. */
export function atLeast(ratio: number, target: number): Pick<Row, 'ratio' | 'target' | 'met'> {
  return { ratio: `${ratio.toFixed(2)} ×`, target: `≥ ${target} ×`, met: ratio >= target };
}

/** The fields of a row whose ratio must be `≤ target`. */
export function atMost(ratio: number, target: number): Pick<Row, 'ratio' | 'target' | 'met'> {
  return { ratio: `${ratio.toFixed(2)} ×`, target: `≤ ${target} ×`, met: ratio <= target };
}
