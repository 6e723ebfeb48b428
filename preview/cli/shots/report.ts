/** The report of a comparison: one HTML file beside the pictures, that needs no server. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { site } from '../../vite/home';
import type { Comparison } from './compare';

/** The place of the data in `report.html`. */
const DATA = '/* DATA */';

/**
 * Writes `index.html` into `folder`, where `before/` and `differences/` are; the pictures after are one folder up.
 * @param before what the pictures are compared with, as a person reads it
 * @returns the file
 */
export async function writeReport(
  folder: string,
  before: string,
  results: readonly Comparison[],
): Promise<string> {
  const template = await readFile(path.join(site, 'cli/shots/report.html'), 'utf8');
  // `<` would end the script element.
  const data = JSON.stringify({ before, results }).replaceAll('<', '\\u003c');
  const file = path.join(folder, 'index.html');
  await writeFile(
    file,
    template.replace(DATA, () => data),
  );
  return file;
}
