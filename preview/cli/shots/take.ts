/** Takes a picture of every scene of a preview, by what any other tool could read: `/scenes.json` and `data-ready`. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { PreviewPhone } from '../../bridge';
import type { DevicePreset } from '../../devices';

const THEMES = ['light', 'dark'] as const;

/** Phones at the same time. More than the processors have cores: a scene can make its requests slow. */
const AT_ONCE = 3;

/** How often a tab's first picture is taken at most, until two in a row are the same. */
const TRIES = 5;

/** How long a scene may take to settle, ms. */
const PATIENCE = 60_000;

/** What to take pictures of, and how. */
export interface TakeOptions {
  /** Address of the preview, with a slash at the end. */
  url: string;
  device: DevicePreset;
  /** Pixels for each CSS px. */
  scale: number;
  /** With the device's frame around the screen. */
  frame: boolean;
  /** Ids of scenes; undefined = all. A scene that the preview does not have is left out. */
  scenes: readonly string[] | undefined;
  /** Where the pictures go; made when it does not exist. */
  out: string;
  /** Called with how many pictures there will be. */
  onStart?(pictures: number): void;
  /** Called after each picture. */
  onPicture?(): void;
}

/** The ids of a preview's scenes, in the order of its list. */
export async function sceneIds(url: string): Promise<string[]> {
  const listed = await fetch(new URL('scenes.json', url));
  return ((await listed.json()) as { id: string }[]).map(({ id }) => id);
}

const pictureOf = (page: Page): Promise<Buffer> => page.screenshot({ animations: 'disabled' });

/** The first picture of a tab can be drawn wrong (Chromium without a GPU): one that stays is right. */
async function steadyPicture(page: Page): Promise<Buffer> {
  let before = await pictureOf(page);
  for (let tries = 1; tries < TRIES; tries += 1) {
    const next = await pictureOf(page);
    if (next.equals(before)) break;
    before = next;
  }
  return before;
}

/**
 * Shows a scene in a tab: in the phone that runs there, else by its address, which loads all code again. The preview of
 * an older commit can do the latter only.
 * @returns does the tab show its first scene?
 */
async function show(page: Page, url: string): Promise<boolean> {
  const goesOn = await page.evaluate((search) => {
    const phone: PreviewPhone | undefined = window.previewPhone;
    if (!phone?.open) return false;
    phone.open(search);
    return true;
  }, new URL(url).search);
  if (!goesOn) await page.goto(url, { waitUntil: 'commit' });
  await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: PATIENCE });
  return !goesOn;
}

/**
 * Takes the pictures, light and dark, as `SCENE-THEME.png`.
 * @returns the names of the files, in the order of the list of scenes
 * @throws Error when a scene does not settle within a minute
 */
export async function takePictures(browser: Browser, options: TakeOptions): Promise<string[]> {
  const { url, device, scale, frame, scenes, out, onStart, onPicture } = options;
  const ids = (await sceneIds(url)).filter((id) => scenes?.includes(id) ?? true);
  const names = ids.flatMap((id) => THEMES.map((theme) => `${id}-${theme}.png`));
  const shots = ids.flatMap((id) =>
    THEMES.map((theme) => ({
      url: new URL(`phone.html?scene=${encodeURIComponent(id)}&theme=${theme}&device=${device.id}`, url).href,
      theme,
      file: path.join(out, `${id}-${theme}.png`),
    })),
  );
  // Loaded here: pictures without a frame do not need it.
  const { framed } = frame ? await import('./frame') : {};
  onStart?.(names.length);
  await mkdir(out, { recursive: true });
  const context = await browser.newContext({
    viewport: { width: device.width, height: device.height },
    deviceScaleFactor: scale,
    reducedMotion: 'reduce',
  });
  try {
    // All tabs before the first picture: one that opens meanwhile spoils it.
    const pages = await Promise.all(Array.from({ length: AT_ONCE }, () => context.newPage()));
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
