/** See syntax-error.cjs. */
export function syntaxError(error: unknown, source: string, path: string, added?: number): unknown;
