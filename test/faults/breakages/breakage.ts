/** A mistake that a developer could really make, as a change of the source. */

/** One mistake. */
export interface Breakage {
  /** For `--only` and the tables. */
  readonly id: string;
  /** What the code does wrong then. */
  readonly what: string;
  /** From the project's root. */
  readonly file: string;
  /** What stands in the file, exactly once, and what would stand there instead. */
  readonly from: string;
  readonly to: string;
}

/** A file of the mini-program's `auth/`. */
export const auth = (file: string) => `miniprogram/auth/${file}.ts`;
/** A file of its `auth/effects/`. */
export const effects = (file: string) => `miniprogram/auth/effects/${file}.ts`;
/** A file of its `auth/steps/`. */
export const steps = (file: string) => `miniprogram/auth/steps/${file}.ts`;
/** A file of its `services/`. */
export const services = (file: string) => `miniprogram/services/${file}.ts`;
