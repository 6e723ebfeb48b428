/** Cases that a stage does not pass yet, by name, and why: printed with each run. */
import type { Case } from './support/case';

/** A stage that is not listed must pass. */
export const pending: Readonly<Record<string, NonNullable<Case['pending']>>> = {};
