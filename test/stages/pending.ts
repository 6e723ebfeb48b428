/** Cases that a stage does not pass yet: name → stage → reason. Each run prints them. */
import type { Case } from './support/case';

/** A stage without an entry must pass. */
export const pending: Readonly<Record<string, NonNullable<Case['pending']>>> = {};
