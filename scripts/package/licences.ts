/** Writes the licences of the libraries whose code is in the package. */
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The package folder of a file in `node_modules`; undefined for a file of this repository. */
function packageOf(file: string): string | undefined {
  const [, folder] = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(file) ?? [];
  return folder !== undefined && existsSync(path.join(folder, 'package.json')) ? folder : undefined;
}

/** Licences whose only condition is a copy of their text. */
const TAKEN = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD'];

/**
 * Writes `THIRD-PARTY.md`.
 * @param files paths of all bundled files
 * @throws Error for a library with another licence
 */
export async function writeLicences(out: string, files: readonly string[]): Promise<void> {
  const folders = [...new Set(files.map(packageOf))].filter((folder) => folder !== undefined).sort();
  const parts = await Promise.all(folders.map(licenceOf));
  const text = ['# Libraries whose code is in this package', ...parts].join('\n\n');
  await writeFile(path.join(out, 'THIRD-PARTY.md'), `${text}\n`);
}

async function licenceOf(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  if (!TAKEN.includes(license))
    throw new Error(`${name} has the licence ${license}: check that it may be bundled.`);
  const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one));
  const licence =
    file === undefined
      ? `Licence: ${license}, as its package.json says.`
      : await readFile(path.join(folder, file), 'utf8');
  return `## ${name} ${version}\n\n${licence.trim()}`;
}
