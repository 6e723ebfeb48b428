/** The declarations of the package: what tsc makes of the doors and of every file that they reach. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ENTRIES } from './entries';

/** Where tsc writes them, below the package's folder: the folders of this repository. */
export const TYPES = 'types';

const WECHAT_NAMES = 'wechat-names.d.ts';

/** Writes `types/`: each declaration twice, for `require` and for `import`. */
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
  await keepReachable(path.join(out, TYPES));
  await nameWechat(path.join(out, TYPES));
  await alsoForModules(path.join(out, TYPES));
}

/** What a declaration imports of its neighbours. */
const NEIGHBOUR = /\b(?:from\s*|import\()['"](\.{1,2}\/[^'"]+)['"]/g;

/** Every file below a folder, absolute. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/**
 * MSW has different classes for `require` and for `import`: a declaration that names them has to be read in the way in
 * which the project imports. So each is there once more as `.d.mts`.
 */
async function alsoForModules(types: string): Promise<void> {
  const all = await filesIn(types);
  for (const file of all) {
    if (file.endsWith(WECHAT_NAMES)) continue;
    const text = (await readFile(file, 'utf8')).replace(NEIGHBOUR, (found, to: string) => {
      const target = path.resolve(path.dirname(file), to);
      const name = all.includes(`${target}.d.ts`) ? to : `${to}/index`;
      return found.replace(to, `${name}.mjs`);
    });
    await writeFile(file.replace(/\.d\.ts$/, '.d.mts'), text);
  }
}

/** Removes what no door leads to: most of the preview is known to itself only. */
async function keepReachable(types: string): Promise<void> {
  const all = await filesIn(types);
  const kept = new Set<string>();
  const visit = async (file: string): Promise<void> => {
    if (kept.has(file)) return;
    kept.add(file);
    for (const [, to = ''] of (await readFile(file, 'utf8')).matchAll(NEIGHBOUR)) {
      const target = path.resolve(path.dirname(file), to);
      const next = [`${target}.d.ts`, path.join(target, 'index.d.ts')].find((one) => all.includes(one));
      if (next !== undefined) await visit(next);
    }
  };
  for (const source of Object.values(ENTRIES))
    await visit(path.join(types, source.replace(/\.ts$/, '.d.ts')));
  for (const file of all) if (!kept.has(file)) await rm(file);
}

/** Projects have miniprogram-api-typings of their own, in whatever version: theirs completes the name. */
async function nameWechat(types: string): Promise<void> {
  await writeFile(
    path.join(types, WECHAT_NAMES),
    `/** \`wx\`: install miniprogram-api-typings to have its members. */
declare namespace WechatMiniprogram {
  interface Wx {}
}
`,
  );
  const file = path.join(types, 'simulator/types.d.ts');
  const text = await readFile(file, 'utf8');
  await writeFile(file, `/// <reference path="../${WECHAT_NAMES}" />\n${text}`);
}
