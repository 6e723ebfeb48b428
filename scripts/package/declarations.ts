/** Writes the declarations of the package with tsc: those of the entries, and of every file that they import. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ENTRIES } from './entries';

/** Output folder of the declarations in the package. It has the same subfolders as this repository. */
export const TYPES = 'types';

const WECHAT_NAMES = 'wechat-names.d.ts';

/** Writes `types/`. Each declaration exists twice, for `require` and for `import`. */
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

/** A relative import in a declaration. */
const NEIGHBOUR = /\b(?:from\s*|import\()['"](\.{1,2}\/[^'"]+)['"]/g;

/** Every file below a folder, absolute. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/**
 * Writes each declaration again as `.d.mts`. MSW has different classes for `require` and for `import`, so the
 * declarations that name them must exist for both.
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

/** Removes the declarations that no entry needs: most of the preview is internal. */
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

/**
 * Declares the type of `wx` as an empty interface. A project's miniprogram-api-typings, of any version, adds the
 * members.
 */
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
