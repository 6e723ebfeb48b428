/** Measures the sheet, and changes of the scene in one frame. */
import type { Browser, Page } from 'playwright-core';
import { atMost, median, type Row } from '../bench';
import { start, visit } from './servers';

/** Number of scene changes in one frame. */
const SWITCHES = 20;

/** Times of scene changes in the same frame, ms, each until the phone is ready. */
async function switches(page: Page, url: string): Promise<number[]> {
  await visit(page, `${url}phone.html?scene=guest`, 'html[data-ready]');
  return page.evaluate(async (count) => {
    const ms: number[] = [];
    for (let n = 0; n < count; n += 1) {
      const start = performance.now();
      await window.previewPhone?.open(`?scene=${['member', 'refused', 'guest'][n % 3]}`).ready;
      ms.push(performance.now() - start);
    }
    return ms;
  }, SWITCHES);
}

/** Whether all phones in the visible part of the sheet have a frame. */
function drawnInView(): boolean {
  const thumbs = [...document.querySelectorAll('.thumb')].filter((thumb) => {
    const { top, bottom } = thumb.getBoundingClientRect();
    return bottom > 0 && top < window.innerHeight;
  });
  return thumbs.length > 0 && thumbs.every((thumb) => thumb.querySelector('iframe') !== null);
}

/**
 * Number of phones in the target. The sheet has more, and one of its scenes waits for six seconds, so do not wait for
 * all.
 */
const SOME = 60;

/** True if at least `count` phones are ready. */
const areReady = (count: number) => document.querySelectorAll('.thumb[data-state="ready"]').length >= count;

/** Times from the navigation until the phones in view are drawn, until 60 are ready, and until all are, ms. */
async function visitSheet(page: Page, url: string): Promise<{ inView: number; some: number; all: number }> {
  const begun = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(drawnInView, undefined, { polling: 'raf' });
  const inView = performance.now() - begun;
  await page.waitForFunction(areReady, SOME, { polling: 'raf' });
  const some = performance.now() - begun;
  await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: 120_000 });
  return { inView, some, all: performance.now() - begun };
}

/** Rounds of a measurement that takes tens of seconds. */
const LONG_ROUNDS = 3;

/** Measures the static site, then the development server. */
export async function manyPhones(browser: Browser, progress: (what: string) => void): Promise<Row[]> {
  const rows: Row[] = [];
  const before = { sheet: Number.NaN, scene: Number.NaN };
  for (const [where, ...command] of [
    ['static', 'preview:static'],
    ['npm start', 'start'],
  ] as const) {
    const site = await start(...command);
    try {
      const [views, parts, sheets, scenes]: [number[], number[], number[], number[]] = [[], [], [], []];
      for (let round = 0; round <= LONG_ROUNDS; round += 1) {
        progress(`${where}: sheet and scenes, round ${round} of ${LONG_ROUNDS}`);
        const context = await browser.newContext({ viewport: { width: 1500, height: 1000 } });
        const page = await context.newPage();
        const { inView, some, all } = await visitSheet(page, `${site.url}sheet.html`);
        const middle = median(await switches(page, site.url));
        await context.close();
        // Leave out the first round: it fills Vite's cache.
        if (round === 0) continue;
        views.push(inView);
        parts.push(some);
        sheets.push(all);
        scenes.push(middle);
      }
      const [part, sheet, scene] = [median(parts), median(sheets), median(scenes)];
      const isStatic = where === 'static';
      rows.push({
        what: `${where}: another scene in the same frame`,
        value: `${scene.toFixed(0)} ms`,
        ...(isStatic ? { target: '≤ 150 ms', met: scene <= 150 } : atMost(scene / before.scene, 1.2)),
      });
      rows.push({
        what: `${where}: sheet, the phones in view drawn`,
        value: `${(median(views) / 1000).toFixed(1)} s`,
      });
      rows.push({
        what: `${where}: sheet, ${SOME} phones ready`,
        value: `${(part / 1000).toFixed(1)} s`,
        ...(isStatic ? { target: '≤ 6 s', met: part <= 6000 } : {}),
      });
      rows.push({
        what: `${where}: sheet, all phones ready`,
        value: `${(sheet / 1000).toFixed(1)} s`,
        ...(isStatic ? {} : atMost(sheet / before.sheet, 1.2)),
      });
      if (isStatic) Object.assign(before, { sheet, scene });
    } finally {
      await site.stop();
    }
  }
  return rows;
}
