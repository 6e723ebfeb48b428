/** Sources in memory for the preview's compilers. */
import type { Sources } from '../../preview/vite/program/sources';

/** Sources that contain only these files: path → text. */
export function memorySources(files: Readonly<Record<string, string>>): Sources {
  const read = (file: string) => files[file] ?? null;
  return {
    root: '/',
    texts: () => [],
    problems: [],
    read,
    exists: (file) => read(file) !== null,
    json: () => ({}),
  };
}
