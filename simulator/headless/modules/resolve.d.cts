/** See resolve.cjs. */
export function find(request: string, folder: string): string | undefined;
export function asFile(path: string): string | undefined;
