/** A realistic programming mistake as a change of one source file. */

export interface Breakage {
  /** Name for `--only` and the tables. */
  readonly id: string;
  /** The wrong behaviour after the change. */
  readonly what: string;
  /** Path from the project's root. */
  readonly file: string;
  /** The passage, which occurs exactly once in the file, and its replacement. */
  readonly from: string;
  readonly to: string;
}

/** A file of the mini-program's `auth/`. */
export const auth = (file: string) => `miniprogram/auth/${file}.ts`;
/** A file of the mini-program's `auth/effects/`. */
export const effects = (file: string) => `miniprogram/auth/effects/${file}.ts`;
/** A file of the mini-program's `auth/steps/`. */
export const steps = (file: string) => `miniprogram/auth/steps/${file}.ts`;
/** A file of the mini-program's `services/`. */
export const services = (file: string) => `miniprogram/services/${file}.ts`;
