/** Where the preview's own files are: in this repository, or in the installed package. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The nearest folder, from this one upwards, with a package.json. */
export function packageFolder(from: string): string | undefined {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  return parent === from ? undefined : packageFolder(parent);
}

/** The repository, or the installed package: both have `preview/` in it. */
export const home: string = packageFolder(__dirname) ?? __dirname;

/** Vite's root: its HTML files are the pages of the site. */
export const site: string = join(home, 'preview');

/** Is it the package? Its pages are bundled: there is nothing to compile, and no library of theirs to prepare. */
export const isPackaged: boolean = !existsSync(join(site, 'phone/main.ts'));
