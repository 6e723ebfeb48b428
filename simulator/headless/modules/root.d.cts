/** See root.cjs. */
export function rootOf(folder: string): string | null;
export function packageOf(folder: string): string | null;
export function isSloppy(root: string): boolean;
