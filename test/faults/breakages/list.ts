/**
 * All mistakes. `run.ts` makes them one at a time in a copy of the project, and checks that the fault matrix or the
 * random histories fail.
 */
import type { Breakage } from './breakage';
import { GIVING } from './giving';
import { LOGIN } from './login';
import { NUMBER } from './number';
import { REST } from './rest';

/** All mistakes, in the order of the flow. */
export const BREAKAGES: readonly Breakage[] = [...LOGIN, ...GIVING, ...NUMBER, ...REST];
