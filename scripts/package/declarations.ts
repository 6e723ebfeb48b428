/** The declarations of the package: what tsc makes of the doors and of every file that they reach. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ENTRIES } from './entries';

/** Where tsc writes them, below the package's folder: the folders of this repository. */
export const TYPES = 'types';

/** Writes `types/`, and beside each ES module of a door a declaration that leads there. */
export async function writeDeclarations(root: string, out: string): Promise<void> {
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const options = [
    '--declaration',
    '--emitDeclarationOnly',
    '--rootDir',
    root,
    '--outDir',
    path.join(out, TYPES),
  ];
  const child = spawn(process.execPath, [tsc, '-p', path.join(root, 'tsconfig.phone.json'), ...options], {
    cwd: root,
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('The declarations of the package could not be written.');
  await mkdir(path.join(out, 'lib'), { recursive: true });
  for (const [name, source] of Object.entries(ENTRIES)) {
    const target = JSON.stringify(`../${TYPES}/${source.replace(/\.ts$/, '.js')}`);
    const again = name === 'simulate' ? `export { default } from ${target};\n` : '';
    await writeFile(path.join(out, `lib/${name}.d.mts`), `export * from ${target};\n${again}`);
  }
}
