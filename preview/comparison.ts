/** A comparison of pictures: `shots --compare` writes it, the development server reads it, the sheet shows it. */

/** Result for one picture. `resized`: the sizes differ. `added`: there is no old picture. `gone`: there is no new. */
export type Verdict = 'same' | 'changed' | 'resized' | 'added' | 'gone';

/** The comparison of one picture. */
export interface Comparison {
  /** The file's name, e.g. `member-dark.png`. */
  name: string;
  verdict: Verdict;
  /** Number of pixels that differ; 0 unless `changed`. */
  pixels: number;
  /** Size in pixels: of the new picture; if there is none, of the old one. */
  width: number;
  height: number;
}

/** The result of one run of `shots --compare`. */
export interface ComparisonResult {
  /** Name of the old pictures for the user: the folder or commit of `--compare`. */
  before: string;
  /** Id of the device preset. */
  device: string;
  /** When the pictures were taken, ms since 1970. */
  at: number;
  results: readonly Comparison[];
}

/** The result that the development server sends. */
export interface ServedComparison extends Omit<ComparisonResult, 'results' | 'device'> {
  /** Id of the device preset; empty: unknown. */
  device: string;
  /** `earlier`: an earlier picture, without a comparison. */
  results: readonly (Omit<Comparison, 'verdict'> & { verdict: Verdict | 'earlier' })[];
  /** The mini-program has changed since the pictures were taken. */
  stale: boolean;
}

/** The file that holds a result, in the folder that `shots` writes to. */
export const RESULT_FILE = 'compare/result.json';

/** Below this URL path the development server serves the files of that folder: result, report and pictures. */
export const COMPARISON_PATH = '/__preview/comparison/';

/** The page that shows a result, and folders of its pictures. New pictures are in the folder that `shots` writes to. */
export const REPORT_FILE = 'compare/index.html';
export const BEFORE_FOLDER = 'compare/before/';
export const DIFFERENCES_FOLDER = 'compare/differences/';
