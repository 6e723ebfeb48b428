/** A comparison of pictures: what `shots --compare` writes, the development server reads, and the sheet shows. */

/** How a picture compares. `resized`: the two have different sizes. `added`, `gone`: there is no other. */
export type Verdict = 'same' | 'changed' | 'resized' | 'added' | 'gone';

/** One line of the result. */
export interface Comparison {
  /** The file's name, e.g. `member-dark.png`. */
  name: string;
  verdict: Verdict;
  /** Pixels that differ; 0 unless `changed`. */
  pixels: number;
  /** Of the picture after, or before where it is gone, in pixels. */
  width: number;
  height: number;
}

/** All of them. */
export interface ComparisonResult {
  /** What the pictures are compared with, as a person reads it. */
  before: string;
  /** Id of the device preset. */
  device: string;
  /** When the pictures were taken, ms since 1970. */
  at: number;
  results: readonly Comparison[];
}

/** What the development server says of it. */
export interface ServedComparison extends Omit<ComparisonResult, 'results' | 'device'> {
  /** Empty: not known. */
  device: string;
  /** `earlier`: there is a picture from before, and nothing that it was compared with. */
  results: readonly (Omit<Comparison, 'verdict'> & { verdict: Verdict | 'earlier' })[];
  /** The mini-program has changed since. */
  stale: boolean;
}

/** The file that holds a result, in the folder that `shots` writes to. */
export const RESULT_FILE = 'compare/result.json';

/** Below this address the server answers with the files of that folder: a result, its report, and its pictures. */
export const COMPARISON_PATH = '/__preview/comparison/';

/** The page that shows a result, and the folders of the pictures that it names; of those after, the folder itself. */
export const REPORT_FILE = 'compare/index.html';
export const BEFORE_FOLDER = 'compare/before/';
export const DIFFERENCES_FOLDER = 'compare/differences/';
