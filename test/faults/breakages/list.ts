/**
 * Mistakes that a developer could really make. `run.ts` makes them one at a time in a copy of the project, and looks whether
 * the matrix of faults and the random histories notice.
 */
import type { Breakage } from './breakage';
import { GIVING } from './giving';
import { LOGIN } from './login';
import { NUMBER } from './number';
import { REST } from './rest';

/** Every mistake, in the order of the flow. */
export const BREAKAGES: readonly Breakage[] = [...LOGIN, ...GIVING, ...NUMBER, ...REST];
