/** Leaves out the source maps of bundled scripts: of the site, and of the packages that Vite has bundled. */
import { sep } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Makes the plugin. A development server appends a map to each script. That of a bundle is four times the size of its
 * script and maps it to itself, and each phone of the sheet loads it anew.
 * @param site folder of the bundled pages
 */
export function noMaps(site: string): Plugin {
  let folders: readonly string[] = [site + sep];
  return {
    name: 'no-maps',
    apply: 'serve',
    configResolved({ cacheDir }) {
      folders = [site + sep, cacheDir + sep];
    },
    transform(code, id) {
      return folders.some((folder) => id.startsWith(folder)) ? { code, map: { mappings: '' } } : null;
    },
  };
}
