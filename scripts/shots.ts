/**
 * `npm run shots [-- --device 390] [--scene ID …] [--out shots] [--scale 2] [--compare REF]`: a PNG of every scene, light
 * and dark, and how they differ from those of a commit or a folder. Exit codes: 0 same, 1 different, 2 a mistake.
 */
import { existsSync, statSync } from 'node:fs';
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { answerHelp, exitReadably } from '../preview/cli/program';
import { devices } from '../preview/devices';
import { findChromium, launchChromium } from '../test/support/chromium';
import { comparePictures } from './shots/compare';
import { writeReport } from './shots/report';
import { type Commit, commitOf, siteOfCommit, siteOfFiles } from './shots/site';
import { sceneIds, type TakeOptions, takePictures } from './shots/take';

const USAGE = `
npm run shots -- [options]     a PNG of every scene, light and dark

--root FOLDER   another mini-program, or its project's folder
--device ID     ${devices.map(({ id }) => id).join(', ')} (390)
--scene ID      only this one; may be given several times
--out FOLDER    where the pictures go (shots)
--scale N       pixels for each CSS px, 1 to 4 (2)
--compare REF   a commit (its preview is built and pictured), or a folder of pictures:
                the report is OUT/compare/index.html
--tolerance N   how far two colours may be apart and count as the same, 0 to 1 (0)

exit code: 0 same, or nothing to compare with; 1 different; 2 a mistake
`;

/** Exit code when a picture differs. */
const DIFFERENT = 1;
/** Exit code when the command cannot be done. */
const MISTAKE = 2;

/** Where the pictures before come from. */
type Before = { folder: string } | { commit: Commit };

async function beforeOf(ref: string, root: string | undefined): Promise<Before> {
  if (statSync(ref, { throwIfNoEntry: false })?.isDirectory()) return { folder: path.resolve(ref) };
  const commit = await commitOf(ref, root);
  if (commit === undefined) throw new Error(`--compare: ${ref} is neither a folder nor a commit`);
  return { commit };
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      root: { type: 'string' },
      device: { type: 'string', default: '390' },
      scene: { type: 'string', multiple: true },
      out: { type: 'string', default: 'shots' },
      scale: { type: 'string', default: '2' },
      compare: { type: 'string' },
      tolerance: { type: 'string', default: '0' },
    },
  });
  const device = devices.find(({ id }) => id === values.device);
  if (!device) throw new Error(`--device: there are ${devices.map(({ id }) => id).join(', ')}`);
  const scale = Number(values.scale);
  if (!(scale >= 1 && scale <= 4))
    throw new Error('--scale: a number of pixels for each CSS px, from 1 to 4');
  const tolerance = Number(values.tolerance);
  if (!(tolerance >= 0 && tolerance <= 1)) throw new Error('--tolerance: a number from 0 to 1');
  const { scene: scenes, compare, root } = values;
  return { root, device, scale, tolerance, scenes, compare, out: path.resolve(values.out) };
}

/** Pictures of a folder are copied: the new ones may go to the same place. */
async function copyPictures(from: string, to: string): Promise<void> {
  const names = (await readdir(from)).filter((name) => name.endsWith('.png'));
  if (names.length === 0) throw new Error(`--compare: no PNG in ${from}`);
  for (const name of names) await copyFile(path.join(from, name), path.join(to, name));
}

/** Takes the pictures of the files as they are. */
async function takeNow(
  browser: Browser,
  root: string | undefined,
  options: Omit<TakeOptions, 'url'>,
): Promise<string[]> {
  const site = await siteOfFiles(root);
  try {
    const known = await sceneIds(site.url);
    const unknown = options.scenes?.filter((id) => !known.includes(id)) ?? [];
    if (unknown.length > 0)
      throw new Error(`--scene: no ${unknown.join(', ')}; there are ${known.join(', ')}`);
    return await takePictures(browser, { ...options, url: site.url });
  } finally {
    await site.close();
  }
}

async function takeBefore(
  browser: Browser,
  before: Before,
  options: Omit<TakeOptions, 'url'>,
): Promise<void> {
  if ('folder' in before) return copyPictures(before.folder, options.out);
  const site = await siteOfCommit(before.commit, (text) => console.log(text));
  try {
    await takePictures(browser, { ...options, url: site.url });
  } finally {
    await site.close();
  }
}

/** Is a picture before, that is no longer taken, one of the scenes that were asked for? */
const isAsked = (name: string, scenes: readonly string[] | undefined): boolean =>
  scenes?.some((id) => name === `${id}-light.png` || name === `${id}-dark.png`) ?? true;

exitReadably(async () => {
  answerHelp(USAGE);
  const { root, device, scale, tolerance, scenes, compare, out } = readArguments();
  if (findChromium() === null) throw new Error('No Chromium found: install one, or set CHROMIUM_PATH.');
  const before = compare === undefined ? undefined : await beforeOf(compare, root);
  const report = path.join(out, 'compare');
  const old = path.join(report, 'before');
  await rm(report, { recursive: true, force: true });

  const browser = await launchChromium();
  try {
    if (before) {
      await mkdir(old, { recursive: true });
      await takeBefore(browser, before, { device, scale, scenes, out: old });
    }
    const names = await takeNow(browser, root, { device, scale, scenes, out });
    console.log(`${names.length} pictures in ${out}`);
    if (!before || compare === undefined) return;

    const gone = (await readdir(old)).filter((name) => !names.includes(name) && isAsked(name, scenes));
    // A picture that an earlier run left here is not one of now.
    for (const name of gone) if (existsSync(path.join(out, name))) await rm(path.join(out, name));
    const folders = { before: old, after: out, differences: path.join(report, 'differences') };
    const results = await comparePictures([...names, ...gone], folders, tolerance);
    const different = results.filter(({ verdict }) => verdict !== 'same');
    for (const { name, verdict, pixels } of different)
      console.log(`${verdict.padEnd(8)} ${name}${pixels > 0 ? `  ${pixels} px` : ''}`);
    const file = await writeReport(report, compare, results);
    console.log(`${different.length} of ${results.length} differ from ${compare}: ${file}`);
    if (different.length > 0) process.exitCode = DIFFERENT;
  } finally {
    await browser.close();
  }
}, MISTAKE);
