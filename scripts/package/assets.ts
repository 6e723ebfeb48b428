/** Files of the package that are copied as they are. */
import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';

/** From here → to there. */
const FILES: Readonly<Record<string, string>> = {
  LICENSE: 'LICENSE',
};

/** Copies them. */
export async function copyAssets(root: string, out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  for (const [from, to] of Object.entries(FILES)) {
    await cp(path.join(root, from), path.join(out, to), { recursive: true });
  }
}
