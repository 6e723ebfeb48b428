/** Settings of the stage that a test runner's environment sets (simulator/jest, simulator/vitest). */

export interface Settings {
  /** The folder that relative paths of tests start from, in whatever folder the runner was started. */
  readonly rootDir?: string;
  /** Imports `phone.config.ts` as the runner imports test files. Absent: `require` does. */
  readonly importConfig?: (file: string) => Promise<unknown>;
  /** Has something done after each test. Absent: the runner's own `afterEach` is a global. */
  readonly afterEach?: (work: () => void) => void;
  /** Makes a script count what runs of it. Absent: coverage is not asked for. */
  readonly instrument?: (code: string, path: string) => string;
}

/** Where an environment puts them. */
export const DOOR = Symbol.for('miniprogram.worker');

/** Empty in an environment that is not ours. */
export function settings(): Settings {
  return (globalThis as { [DOOR]?: Settings })[DOOR] ?? {};
}
