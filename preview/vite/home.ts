/** Finds the preview's own files, in this repository or in the installed package. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The nearest folder with a package.json, from `from` upwards; undefined = there is none. */
export function packageFolder(from: string): string | undefined {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  return parent === from ? undefined : packageFolder(parent);
}

/** Folder of the repository, or of the installed package. Both contain `preview/`. */
export const home: string = packageFolder(__dirname) ?? __dirname;

/** Vite's root: its HTML files are the pages of the site. */
export const site: string = join(home, 'preview');

/** Whether this is the installed package. Its pages are bundled: Vite has nothing to compile or to bundle for them. */
export const isPackaged: boolean = !existsSync(join(site, 'phone/main.ts'));
