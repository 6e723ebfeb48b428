/** See root.cjs. */
export function rootOf(folder: string): string | null;
/** The file's JSON; an empty object where there is none. */
export function readJson(path: string): Record<string, unknown>;
export function packageOf(folder: string): string | null;
