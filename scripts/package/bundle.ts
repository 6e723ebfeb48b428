/**
 * The Node side of the package: CommonJS, which Jest's sandbox needs, with what several doors share in chunks, so that it
 * is loaded once. A small ES module before each door names its exports: `import` and `require` get the same objects.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { DEPENDENCIES, PEERS } from './dependencies';
import { ENTRIES, PARTS } from './entries';

/** A door and the names that it exports. */
export interface Door {
  readonly name: string;
  readonly exports: readonly string[];
}

/** Everything that is not a file of ours stays a dependency. */
const isPackage = (id: string): boolean => !id.startsWith('.') && !path.isAbsolute(id);

/**
 * Writes `lib/`.
 * @returns the doors.
 */
export async function bundleNode(root: string, out: string): Promise<Door[]> {
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
  for (const door of all) await writeFile(path.join(out, `lib/${door.name}.mjs`), moduleOf(door));
  const doors = all.filter(({ name }) => name in ENTRIES);
  const order = Object.keys(ENTRIES);
  doors.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  return doors;
}

/** A package that is imported and not installed would be missed by strangers only. */
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

/** The ES module of a door: static names, so that `import { x }` works in Node, bundlers and Vitest. */
function moduleOf({ name, exports }: Door): string {
  const lines = exports.map((one) =>
    one === 'default' ? 'export default door.default;' : `export const ${one} = door.${one};`,
  );
  return `import door from './${name}.js';\n${lines.join('\n')}\n`;
}
