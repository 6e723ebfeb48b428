/** See project.cjs. */
export function projectOf(root: string): string | undefined;
export function isSloppy(root: string): boolean;
