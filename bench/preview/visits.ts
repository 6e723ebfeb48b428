/** Measures the time of a visit until the phone is ready. */
import { execFileSync } from 'node:child_process';
import type { Browser } from 'playwright-core';
import { median, type Row } from '../bench';
import { root, start, startEmpty, visit } from './servers';

const ROUNDS = 7;

/** Times of visits of the static preview and of an empty page, ms. */
async function visits(browser: Browser, progress: (what: string) => void) {
  progress('building the static preview');
  execFileSync(process.execPath, ['scripts/run.cjs', 'preview:build'], { cwd: root });
  const site = await start('preview:static');
  const nothing = await startEmpty();
  try {
    const url = `${site.url}phone.html?scene=member`;
    const ms = { first: [] as number[], warm: [] as number[], empty: [] as number[] };
    for (let round = 0; round <= ROUNDS; round += 1) {
      progress(`visits, ${round === 0 ? 'warming up' : `round ${round} of ${ROUNDS}`}`);
      // A new context has an empty cache and no service worker, as at a first visit.
      const context = await browser.newContext();
      const page = await context.newPage();
      const first = await visit(page, url, 'html[data-ready]');
      const warm = await visit(page, url, 'html[data-ready]');
      const none = await visit(page, nothing.url, 'main');
      await context.close();
      if (round === 0) continue;
      ms.first.push(first);
      ms.warm.push(warm);
      ms.empty.push(none);
    }
    return ms;
  } finally {
    await site.stop();
    nothing.stop();
  }
}

/** The rows of first visits and warm starts of the static preview, compared with an empty page. */
export async function visitRows(browser: Browser, progress: (what: string) => void): Promise<Row[]> {
  const { first, warm, empty } = await visits(browser, progress);
  const more = median(warm.map((ms, i) => ms - (empty[i] ?? Number.NaN)));
  return [
    {
      what: 'static preview, first visit, beside an empty page',
      value: `${median(first).toFixed(0)} ms`,
      peer: `${median(empty).toFixed(0)} ms`,
    },
    {
      what: 'static preview, warm start, beside an empty page',
      value: `${median(warm).toFixed(0)} ms`,
      peer: `${median(empty).toFixed(0)} ms`,
      ratio: `+ ${more.toFixed(0)} ms`,
      target: '≤ 300 ms more',
      met: more <= 300,
    },
  ];
}
