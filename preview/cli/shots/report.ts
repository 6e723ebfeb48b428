/**
 * The report of a comparison: one HTML file beside the pictures, which needs no server, and a JSON file for programs.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type ComparisonResult, REPORT_FILE, RESULT_FILE } from '../../comparison';
import { site } from '../../vite/home';

/** Placeholder of the data in `report.html`. */
const DATA = '/* DATA */';

/** The HTML page of a result. It refers to the pictures in the folders where `shots` writes them. */
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
 * Writes both files into `out`, the folder of the pictures after.
 * @returns path of the HTML file
 */
export async function writeReport(out: string, result: ComparisonResult): Promise<string> {
  const file = path.join(out, REPORT_FILE);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, await reportPage(result));
  await writeFile(path.join(out, RESULT_FILE), JSON.stringify(result));
  return file;
}
