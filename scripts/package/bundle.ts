/**
 * Bundles the Node part of the package as CommonJS, which Jest's sandbox needs. Code that several entries use is in
 * shared chunks, so that it is loaded once. For each entry there is also a small ES module that re-exports it, so that
 * `import` and `require` get the same objects.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { DEPENDENCIES, PEERS } from './dependencies';
import { ENTRIES, PARTS } from './entries';

/** An entry of the package, with its exported names. */
export interface Entry {
  readonly name: string;
  readonly exports: readonly string[];
}

/** Whether an import is a package, which stays an import, and not a file of this repository. */
const isPackage = (id: string): boolean => !id.startsWith('.') && !path.isAbsolute(id);

/**
 * Writes `lib/`.
 * @returns the entries
 */
export async function bundleNode(root: string, out: string): Promise<Entry[]> {
  const sources = Object.entries({ ...ENTRIES, ...PARTS });
  const bundle = await rolldown({
    cwd: root,
    input: Object.fromEntries(sources.map(([name, file]) => [name, path.join(root, file)])),
    external: isPackage,
    platform: 'node',
    logLevel: 'warn',
  });
  const { output } = await bundle.write({
    dir: path.join(out, 'lib'),
    format: 'cjs',
    exports: 'named',
    sourcemap: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
  });
  await bundle.close();
  assertDeclared(
    output.flatMap((one) => (one.type === 'chunk' ? [...one.imports, ...one.dynamicImports] : [])),
  );
  const all = output.flatMap((one) =>
    one.type === 'chunk' && one.isEntry && one.name !== 'main'
      ? [{ name: one.name, exports: one.exports }]
      : [],
  );
  await mkdir(path.join(out, 'lib'), { recursive: true });
  for (const entry of all) await writeFile(path.join(out, `lib/${entry.name}.mjs`), moduleOf(entry));
  const entries = all.filter(({ name }) => name in ENTRIES);
  const order = Object.keys(ENTRIES);
  entries.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  return entries;
}

/**
 * @throws Error for an imported package that is missing in dependencies.ts: it is installed in this repository, but not
 *   in a user's project
 */
function assertDeclared(imports: readonly string[]): void {
  const declared = [...DEPENDENCIES, ...Object.keys(PEERS)];
  const missing = imports.filter(
    (id) =>
      isPackage(id) &&
      !isBuiltin(id) &&
      !id.endsWith('.js') &&
      !declared.some((name) => id === name || id.startsWith(`${name}/`)),
  );
  if (missing.length > 0)
    throw new Error(`scripts/package/dependencies.ts does not name ${[...new Set(missing)].join(', ')}.`);
}

/** The ES module of an entry. Its names are static, so that `import { x }` works in Node, bundlers and Vitest. */
function moduleOf({ name, exports }: Entry): string {
  const lines = exports.map((one) =>
    one === 'default' ? 'export default entry.default;' : `export const ${one} = entry.${one};`,
  );
  return `import entry from './${name}.js';\n${lines.join('\n')}\n`;
}
