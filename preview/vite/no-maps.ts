/** Leaves out the source maps of bundled scripts: of the site, and of the packages that Vite has bundled. */
import { sep } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Creates the plugin. A development server appends a source map to each script. The map of a bundled script is useless,
 * because it maps the script to itself. It is four times as large as the script, and each phone of the sheet would load
 * it again.
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
