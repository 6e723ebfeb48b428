/** Settings of the stage that a test runner's environment sets (simulator/jest, simulator/vitest). */

export interface Settings {
  /** Relative paths in tests start from this folder, in whatever folder the runner was started. */
  readonly rootDir?: string;
  /** Imports `phone.config.ts` in the way in which the runner imports test files. Default: `require`. */
  readonly importConfig?: (file: string) => Promise<unknown>;
  /** Registers a function to run after each test. Default: the runner's global `afterEach`. */
  readonly afterEach?: (work: () => void) => void;
  /** Instruments a script for coverage. Absent: no coverage is collected. */
  readonly instrument?: (code: string, path: string) => string;
}

/** The key of a global under which a test environment stores these settings. */
export const SETTINGS_KEY = Symbol.for('miniprogram.worker');

/** The settings of the test environment; empty if the environment is not part of this package. */
export function settings(): Settings {
  return (globalThis as { [SETTINGS_KEY]?: Settings })[SETTINGS_KEY] ?? {};
}
