/** The report of a comparison: one HTML file beside the pictures, that needs no server, and the same for programs. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type ComparisonResult, REPORT_FILE, RESULT_FILE } from '../../comparison';
import { site } from '../../vite/home';

/** The place of the data in `report.html`. */
const DATA = '/* DATA */';

/** The page of a result; the pictures are where `shots` puts them. */
export async function reportPage({
  before,
  results,
}: Pick<ComparisonResult, 'before' | 'results'>): Promise<string> {
  const template = await readFile(path.join(site, 'cli/shots/report.html'), 'utf8');
  // `<` would end the script element.
  const data = JSON.stringify({ before, results }).replaceAll('<', '\\u003c');
  return template.replace(DATA, () => data);
}

/**
 * Writes both into `out`, the folder of the pictures after.
 * @returns the page
 */
export async function writeReport(out: string, result: ComparisonResult): Promise<string> {
  const file = path.join(out, REPORT_FILE);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, await reportPage(result));
  await writeFile(path.join(out, RESULT_FILE), JSON.stringify(result));
  return file;
}
