/**
 * Writes `dist/package`, a part of `npm run build`: the phone, the headless stage and the preview as the npm package
 * `miniprogram-phone`. It contains JavaScript and declarations. `npm pack dist/package` packs it.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { runProgramMain } from '../preview/cli/program';
import { copyAssets } from './package/assets';
import { bundleNode } from './package/bundle';
import { writeDeclarations } from './package/declarations';
import { writeLicences } from './package/licences';
import { writeManifest } from './package/manifest';
import { bundleSite } from './package/site';
import { copyVendored } from './package/vendored';

const ROOT = path.resolve(__dirname, '..');
const OUT = path.join(ROOT, 'dist/package');

runProgramMain(async () => {
  await rm(OUT, { recursive: true, force: true });
  const [entries, site, vendored] = await Promise.all([
    bundleNode(ROOT, OUT),
    bundleSite(ROOT, path.join(OUT, 'preview')),
    copyVendored(ROOT, OUT),
    writeDeclarations(ROOT, OUT),
    copyAssets(ROOT, OUT),
  ]);
  await writeManifest(ROOT, OUT, entries, vendored.dependencies);
  await writeLicences(OUT, [...site, ...vendored.files]);
  console.log(`The npm package is in ${path.relative(process.cwd(), OUT) || '.'}: \`npm pack\` packs it.`);
});
