/** `miniprogram-phone shots`: takes a PNG of every scene, light and dark, and compares them with earlier pictures. */
import { existsSync, statSync } from 'node:fs';
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { fontLevels } from '../../simulator/phone/font-size';
import { devices } from '../devices';
import { openProject } from '../vite/config';
import { startChromium } from './chromium';
import { type Command, ROOT, textOf, textsOf, type Values } from './options';
import { createProgress, type Progress } from './progress';
import { type Commit, commitOf } from './shots/checkout';
import { type Site, siteOfCommit, siteOfFiles } from './shots/sites';
import { type TakeOptions, takePictures } from './shots/take';

const DEVICES = devices.map(({ id }) => id).join(', ');

const FONTS = fontLevels.join(', ');

/** Exit code when a picture differs. */
const DIFFERENT = 1;

/** The source of the old pictures: a folder or a commit. */
type Before = { folder: string } | { commit: Commit };

/** Parses a flag as a number. @throws Error with the expected range */
function numberOf(values: Values, flag: string, otherwise: number, range: readonly [number, number]): number {
  const value = Number(textOf(values, flag) ?? otherwise);
  if (value >= range[0] && value <= range[1]) return value;
  throw new Error(`--${flag}: a number from ${range[0]} to ${range[1]}`);
}

async function beforeOf(ref: string, root: string): Promise<Before> {
  if (statSync(ref, { throwIfNoEntry: false })?.isDirectory()) return { folder: path.resolve(ref) };
  const commit = await commitOf(ref, root);
  if (commit === undefined) throw new Error(`--compare: ${ref} is neither a folder nor a commit`);
  return { commit };
}

/** Copies the old pictures to another folder, because the new pictures may overwrite them. */
async function copyPictures(from: string, to: string): Promise<void> {
  const names = (await readdir(from)).filter((name) => name.endsWith('.png'));
  if (names.length === 0) throw new Error(`--compare: no PNG in ${from}`);
  for (const name of names) await copyFile(path.join(from, name), path.join(to, name));
}

/** Takes the pictures of a preview and prints the progress to stderr. Closes the preview. */
async function take(browser: Browser, site: Site, options: Omit<TakeOptions, 'url'>): Promise<string[]> {
  let progress: Progress | undefined;
  try {
    return await takePictures(browser, {
      ...options,
      url: site.url,
      onStart: (pictures) => {
        progress = createProgress(pictures, 'pictures', process.stderr);
      },
      onPicture: () => progress?.add(1),
    });
  } finally {
    progress?.end();
    await site.close();
  }
}

/**
 * The query parameters of the pictures' URLs, from the flags with the same names.
 * @throws Error for an invalid value
 */
function queryOf(values: Values): Readonly<Record<string, string>> {
  const font = textOf(values, 'font');
  const text = textOf(values, 'text');
  if (font !== undefined && !fontLevels.some((level) => String(level) === font))
    throw new Error(`--font: expected one of ${FONTS}`);
  if (text !== undefined && text !== 'long') throw new Error('--text: expected long');
  return { ...(font === undefined ? {} : { font }), ...(text === undefined ? {} : { text }) };
}

/** Checks the scene ids of `--scene`. @throws Error that lists all scenes, if an id is unknown */
async function assertKnown(root: string, scenes: readonly string[]): Promise<void> {
  if (scenes.length === 0) return;
  const { read } = await openProject({ root });
  const known = read.list.scenes.map(({ id }) => id);
  const unknown = scenes.filter((id) => !known.includes(id));
  if (unknown.length === 0) return;
  throw new Error(`--scene: no scene ${unknown.join(', ')}; scenes: ${known.join(', ')}`);
}

/** Whether an earlier picture belongs to one of the scenes of `--scene`; true without `--scene`. */
const isSelected = (name: string, scenes: readonly string[] | undefined): boolean =>
  scenes?.some((id) => name === `${id}-light.png` || name === `${id}-dark.png`) ?? true;

/** Compares the pictures in `out` with those in `old`. @returns the number of different pictures */
async function compare(
  names: readonly string[],
  folders: { out: string; old: string; report: string },
  {
    ref,
    device,
    scenes,
    tolerance,
  }: { ref: string; device: string; scenes: readonly string[] | undefined; tolerance: number },
): Promise<number> {
  const { out, old, report } = folders;
  // Loaded on demand: only `--compare` needs them.
  const [{ comparePictures }, { writeReport }] = await Promise.all([
    import('./shots/compare'),
    import('./shots/report'),
  ]);
  const gone = (await readdir(old)).filter((name) => !names.includes(name) && isSelected(name, scenes));
  // Remove pictures of an earlier run that were not taken again.
  for (const name of gone) if (existsSync(path.join(out, name))) await rm(path.join(out, name));
  const places = { before: old, after: out, differences: path.join(report, 'differences') };
  const results = await comparePictures([...names, ...gone], places, tolerance);
  const different = results.filter(({ verdict }) => verdict !== 'same');
  for (const { name, verdict, pixels } of different)
    console.log(`${verdict.padEnd(8)} ${name}${pixels > 0 ? `  ${pixels} px` : ''}`);
  const file = await writeReport(out, { before: ref, device, at: Date.now(), results });
  console.log(`${different.length} of ${results.length} differ from ${ref}: ${file}`);
  return different.length;
}

export const shots: Command = {
  help: 'draws a PNG of every scene, light and dark; compares with earlier pictures',
  flags: {
    root: ROOT,
    device: { type: 'string', value: 'ID', help: `${DEVICES} (390)` },
    scene: {
      type: 'string',
      multiple: true,
      value: 'NAME',
      help: 'only this scene; can be repeated',
    },
    font: {
      type: 'string',
      value: 'STEPS',
      help: `WeChat's font size setting: ${FONTS} (--font=-1)`,
    },
    text: { type: 'string', value: 'long', help: 'lengthens the texts, as a translation would' },
    out: { type: 'string', value: 'FOLDER', help: 'output folder (shots)' },
    scale: { type: 'string', value: 'N', help: 'pixels for each CSS px, 1 to 4 (2)' },
    frame: { type: 'boolean', help: "with the device's frame, on a transparent background" },
    compare: {
      type: 'string',
      value: 'REF',
      help: 'compares with a commit or a folder of pictures: FOLDER/compare/index.html',
    },
    tolerance: {
      type: 'string',
      value: 'N',
      help: 'largest colour difference that counts as equal, 0 to 1 (0)',
    },
  },
  notes: 'Exit code: 0 equal, or nothing to compare with; 1 different; 2 error.',
  mistakeCode: 2,
  async run(values) {
    const root = path.resolve(textOf(values, 'root') ?? '.');
    const device = devices.find(({ id }) => id === (textOf(values, 'device') ?? '390'));
    if (!device) throw new Error(`--device: expected one of ${DEVICES}`);
    const scale = numberOf(values, 'scale', 2, [1, 4]);
    const tolerance = numberOf(values, 'tolerance', 0, [0, 1]);
    const frame = values.frame === true;
    const query = queryOf(values);
    const scenes = textsOf(values, 'scene');
    const out = path.resolve(textOf(values, 'out') ?? 'shots');
    // Check before the build, so that a wrong scene id is reported at once.
    await assertKnown(root, scenes ?? []);
    const ref = textOf(values, 'compare');
    const before = ref === undefined ? undefined : await beforeOf(ref, root);
    const report = path.join(out, 'compare');
    const old = path.join(report, 'before');

    const browser = await startChromium();
    try {
      await rm(report, { recursive: true, force: true });
      if (before) {
        await mkdir(old, { recursive: true });
        if ('folder' in before) await copyPictures(before.folder, old);
        else {
          console.error(`Building the preview of ${ref} …`);
          const site = await siteOfCommit(before.commit, (text) => console.error(text));
          await take(browser, site, { device, scale, frame, query, scenes, out: old });
        }
      }
      console.error(`Building the preview of ${root} …`);
      const site = await siteOfFiles(root);
      const names = await take(browser, site, { device, scale, frame, query, scenes, out });
      console.log(`${names.length} pictures in ${out}`);
      if (ref === undefined) return undefined;
      const different = await compare(
        names,
        { out, old, report },
        { ref, device: device.id, scenes, tolerance },
      );
      return different > 0 ? DIFFERENT : undefined;
    } finally {
      await browser.close();
    }
  },
};
