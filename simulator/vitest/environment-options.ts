/** What the plugin hands to the environment in each worker. */
export interface EnvironmentOptions {
  /** Vitest's root: what relative paths of tests mean. */
  readonly rootDir?: string;
  /** Does the run count what runs of each script? */
  readonly coverage?: boolean;
}

/** Their name in `environmentOptions`. */
export const OPTIONS = 'miniprogramPhone';
