/** Writes the files of a test. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes `path below root → text`, and creates the folders. */
export function writeFiles(root: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
