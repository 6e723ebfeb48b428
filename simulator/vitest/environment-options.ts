/** The options that the plugin passes to the environment in each worker. */
export interface EnvironmentOptions {
  /** Vitest's root: relative paths in tests start from it. */
  readonly rootDir?: string;
  /** Does this run collect coverage? */
  readonly coverage?: boolean;
}

/** The key of these options in `environmentOptions`. */
export const OPTIONS = 'miniprogramPhone';
