/**
 * `npm run shots [-- --device 390] [--scene ID …] [--out shots] [--scale 2]`: a PNG of every scene, light and dark.
 * It reads the preview's own list of scenes and waits for each phone's `data-ready`, as any other tool could.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { devices } from '../preview/devices';
import { startPreviewServer } from '../preview/vite/config';
import { findChromium, launchChromium } from '../test/support/chromium';
import { answerHelp, exitReadably } from './program';

const THEMES = ['light', 'dark'] as const;
/** Frames that are drawn at the same time. */
const AT_ONCE = 2;

interface Shot {
  url: string;
  file: string;
}

/** How often a picture is taken at most, until two in a row are the same. */
const TRIES = 5;

/** The first picture after a change of size can be drawn wrong (Chromium without a GPU): one that stays is right. */
async function steadyPicture(page: Page): Promise<Buffer> {
  let before = await page.screenshot({ animations: 'disabled' });
  for (let tries = 1; tries < TRIES; tries += 1) {
    const next = await page.screenshot({ animations: 'disabled' });
    if (next.equals(before)) break;
    before = next;
  }
  return before;
}

async function take(page: Page, { url, file }: Shot): Promise<void> {
  await page.goto(url);
  await page.waitForSelector('html[data-ready]', { timeout: 30_000 });
  await writeFile(file, await steadyPicture(page));
}

const USAGE = `
npm run shots -- [options]     a PNG of every scene, light and dark

--device ID    ${devices.map(({ id }) => id).join(', ')} (390)
--scene ID     only this one; may be given several times
--out FOLDER   where the pictures go (shots)
--scale N      pixels for each CSS px, 1 to 4 (2)
`;

exitReadably(async () => {
  answerHelp(USAGE);
  const { values } = parseArgs({
    options: {
      device: { type: 'string', default: '390' },
      scene: { type: 'string', multiple: true },
      out: { type: 'string', default: 'shots' },
      scale: { type: 'string', default: '2' },
    },
  });
  const device = devices.find(({ id }) => id === values.device);
  if (!device) throw new Error(`--device: there are ${devices.map(({ id }) => id).join(', ')}`);
  const scale = Number(values.scale);
  if (!(scale >= 1 && scale <= 4))
    throw new Error('--scale: a number of pixels for each CSS px, from 1 to 4');
  if (findChromium() === null) throw new Error('No Chromium found: install one, or set CHROMIUM_PATH.');

  const server = await startPreviewServer({ port: 0 });
  const browser = await launchChromium();
  try {
    const listed = await fetch(new URL('scenes.json', server.url));
    const scenes = ((await listed.json()) as { id: string }[]).map(({ id }) => id);
    const unknown = values.scene?.filter((id) => !scenes.includes(id)) ?? [];
    if (unknown.length > 0)
      throw new Error(`--scene: no ${unknown.join(', ')}; there are ${scenes.join(', ')}`);

    const out = path.resolve(values.out);
    await mkdir(out, { recursive: true });
    const shots = (values.scene ?? scenes).flatMap((scene) =>
      THEMES.map((theme) => ({
        url: new URL(`phone.html?scene=${scene}&theme=${theme}&device=${device.id}`, server.url).href,
        file: path.join(out, `${scene}-${theme}.png`),
      })),
    );
    const context = await browser.newContext({
      viewport: { width: device.width, height: device.height },
      deviceScaleFactor: scale,
      reducedMotion: 'reduce',
    });
    const queue = [...shots];
    // All tabs before the first picture: one that opens meanwhile spoils it.
    const pages = await Promise.all(Array.from({ length: AT_ONCE }, () => context.newPage()));
    const work = async (page: Page) => {
      for (let shot = queue.shift(); shot; shot = queue.shift()) await take(page, shot);
    };
    await Promise.all(pages.map(work));
    console.log(`${shots.length} pictures in ${out}`);
  } finally {
    await browser.close();
    await server.close();
  }
});
