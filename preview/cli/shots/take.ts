/**
 * Takes a picture of every scene of a preview. It uses only `/scenes.json` and `data-ready`, so other tools can do the
 * same.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { PreviewPhone } from '../../bridge';
import type { DevicePreset } from '../../devices';

const THEMES = ['light', 'dark'] as const;

/** Number of phones at the same time. It may exceed the processor's cores: scenes with slow requests mostly wait. */
const PARALLEL_PHONES = 3;

/** Maximum attempts at a tab's first picture. The attempts end when two pictures in a row are identical. */
const MAX_ATTEMPTS = 5;

/** Time limit for a scene to become ready, ms. */
const TIME_LIMIT = 60_000;

/** Options of `takePictures`. */
export interface TakeOptions {
  /** URL of the preview, with a slash at the end. */
  url: string;
  device: DevicePreset;
  /** Pixels for each CSS px. */
  scale: number;
  /** Draw the device's frame around the screen. */
  frame: boolean;
  /** Parameters of `phone.html` for every picture, besides scene, theme and device. */
  query: Readonly<Record<string, string>>;
  /** Ids of scenes; undefined = all. Unknown ids are left out. */
  scenes: readonly string[] | undefined;
  /** Output folder; made if it does not exist. */
  out: string;
  /** Called with the number of pictures. */
  onStart?(pictures: number): void;
  /** Called after each picture. */
  onPicture?(): void;
}

/** The ids of a preview's scenes, in the order of its list. */
async function sceneIds(url: string): Promise<string[]> {
  const listed = await fetch(new URL('scenes.json', url));
  return ((await listed.json()) as { id: string }[]).map(({ id }) => id);
}

const pictureOf = (page: Page): Promise<Buffer> => page.screenshot({ animations: 'disabled' });

/**
 * Takes pictures until two in a row are identical. In Chromium without a GPU, the first picture of a tab may be wrong.
 */
async function steadyPicture(page: Page): Promise<Buffer> {
  let before = await pictureOf(page);
  for (let attempts = 1; attempts < MAX_ATTEMPTS; attempts += 1) {
    const next = await pictureOf(page);
    if (next.equals(before)) break;
    before = next;
  }
  return before;
}

/**
 * Opens a scene in a tab. A phone that runs in the tab opens the scene without loading the code again. Without such a
 * phone, the tab loads the scene's URL. Phones of older commits have no `open`, so the tab always loads the URL.
 * @returns whether the URL was loaded
 */
async function show(page: Page, url: string): Promise<boolean> {
  const isOpened = await page.evaluate((search) => {
    const phone: PreviewPhone | undefined = window.previewPhone;
    if (!phone?.open) return false;
    phone.open(search);
    return true;
  }, new URL(url).search);
  if (!isOpened) await page.goto(url, { waitUntil: 'commit' });
  await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: TIME_LIMIT });
  return !isOpened;
}

/**
 * Takes the pictures, light and dark, as `SCENE-THEME.png`.
 * @returns the names of the files, in the order of the list of scenes
 * @throws Error when a scene is not ready within a minute
 */
export async function takePictures(browser: Browser, options: TakeOptions): Promise<string[]> {
  const { url, device, scale, frame, query, scenes, out, onStart, onPicture } = options;
  const ids = (await sceneIds(url)).filter((id) => scenes?.includes(id) ?? true);
  const names = ids.flatMap((id) => THEMES.map((theme) => `${id}-${theme}.png`));
  const shots = ids.flatMap((id) =>
    THEMES.map((theme) => ({
      url: new URL(
        `phone.html?${new URLSearchParams({ ...query, scene: id, theme, device: device.id })}`,
        url,
      ).href,
      theme,
      file: path.join(out, `${id}-${theme}.png`),
    })),
  );
  // Loaded on demand: pictures without a frame do not need it.
  const { framed } = frame ? await import('./frame') : {};
  onStart?.(names.length);
  await mkdir(out, { recursive: true });
  const context = await browser.newContext({
    viewport: { width: device.width, height: device.height },
    deviceScaleFactor: scale,
    reducedMotion: 'reduce',
  });
  try {
    // Open all tabs first: a tab that opens while a picture is taken spoils the picture.
    const tabs = Math.min(PARALLEL_PHONES, shots.length);
    const pages = await Promise.all(Array.from({ length: tabs }, () => context.newPage()));
    const work = async (page: Page) => {
      for (let shot = shots.shift(); shot; shot = shots.shift()) {
        const isFirst = await show(page, shot.url);
        const picture = isFirst ? await steadyPicture(page) : await pictureOf(page);
        await writeFile(shot.file, framed?.(picture, device, shot.theme, scale) ?? picture);
        onPicture?.();
      }
    };
    await Promise.all(pages.map(work));
  } finally {
    await context.close();
  }
  return names;
}
