/** Copies files into the package unchanged. */
import { cp, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';

/** Path in the repository → path in the package. */
const FILES: Readonly<Record<string, string>> = {
  LICENSE: 'LICENSE',
  'simulator/vitest/setup.mjs': 'lib/vitest-setup.mjs',
  'package/bin.cjs': 'lib/bin.js',
  'package/node-version.cjs': 'lib/node-version.js',
  'preview/cli/shots/report.html': 'preview/cli/shots/report.html',
  'package/README.md': 'README.md',
  'package/README.zh-CN.md': 'README.zh-CN.md',
  'simulator/README.md': 'simulator/README.md',
  'simulator/README.zh-CN.md': 'simulator/README.zh-CN.md',
  'simulator/FIDELITY.md': 'simulator/FIDELITY.md',
  'package/jest-preset.cjs': 'jest-preset.js',
  'package/jest-preset.d.ts': 'jest-preset.d.ts',
};

/** Folders whose `.cjs` files are copied: Jest loads these files outside its sandbox. */
const FOLDERS = ['simulator/jest', 'simulator/headless/modules'];

/** Copies the files from `root`, the repository, to `out`, the package's folder. */
export async function copyAssets(root: string, out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  for (const [from, to] of Object.entries(FILES)) {
    await cp(path.join(root, from), path.join(out, to));
  }
  for (const folder of FOLDERS) {
    const names = (await readdir(path.join(root, folder))).filter((name) => name.endsWith('.cjs'));
    for (const name of names) await cp(path.join(root, folder, name), path.join(out, folder, name));
  }
}
