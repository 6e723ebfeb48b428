/** See body.cjs. */
import type { Compiled } from './registry';

export function bodyOf(filename: string, code: string): Compiled;
