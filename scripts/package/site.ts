/**
 * Bundles the browser part of the package's preview: its pages, with scripts and libraries. So the development server
 * of a user's project does not have to bundle them. The virtual modules of the mini-program (`virtual:`) and `msw`,
 * which is the project's own, are not bundled.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Plugin, rolldown } from 'rolldown';

/** Page → its script. */
const PAGES: Readonly<Record<string, string>> = {
  'index.html': 'shell/main.tsx',
  'sheet.html': 'shell/sheet/main.tsx',
  'phone.html': 'phone/main.ts',
};

const STAYS = /^virtual:|^msw(?:\/|$)/;

/** Converts style sheets to scripts, because rolldown does not support Vite's imports of CSS. */
const styles: Plugin = {
  name: 'styles',
  resolveId(source, importer) {
    if (importer === undefined || !/\.css(?:\?inline)?$/.test(source)) return null;
    return path.resolve(path.dirname(importer), source).replace(/\.css(\?inline)?$/, '.css.js$1');
  },
  async load(id) {
    const [, file = '', inline] = /^(.*\.css)\.js(\?inline)?$/.exec(id) ?? [];
    if (file === '') return null;
    const text = JSON.stringify(await readFile(file, 'utf8'));
    if (inline !== undefined) return `export default ${text};`;
    return {
      code: `const style = document.createElement('style');\nstyle.textContent = ${text};\ndocument.head.append(style);`,
      moduleSideEffects: true,
    };
  },
};

/**
 * Writes a site: its HTML files, each with the name of its bundled script, and the scripts.
 * @param root the repository
 * @param folder the site's folder
 * @returns paths of all bundled files, also of those in `node_modules`
 */
export async function bundleSite(root: string, folder: string): Promise<string[]> {
  const sources = path.join(root, 'preview');
  const scripts = Object.values(PAGES);
  const bundle = await rolldown({
    cwd: root,
    input: Object.fromEntries(scripts.map((script) => [scriptOf(script), path.join(sources, script)])),
    external: STAYS,
    platform: 'browser',
    plugins: [styles],
    resolve: { alias: { tldts: path.join(sources, 'vite/public-suffix.ts') } },
    transform: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    logLevel: 'warn',
  });
  const { output } = await bundle
    .write({
      dir: folder,
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name].js',
    })
    .finally(() => bundle.close());
  for (const [page, script] of Object.entries(PAGES)) {
    const html = await readFile(path.join(sources, page), 'utf8');
    await writeFile(path.join(folder, page), html.replace(script, `${scriptOf(script)}.js`));
  }
  return output.flatMap((one) => (one.type === 'chunk' ? one.moduleIds : []));
}

const scriptOf = (name: string): string => name.replace(/\.tsx?$/, '');
