/** Measures the time from a save in the editor to new pixels. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { median, type Row } from '../bench';
import { root, start, visit } from './servers';

const ROUNDS = 7;
const product = path.join(root, 'miniprogram');

/** The measured saves: a file, the change in it, and the check that the page shows it. */
const SAVES = [
  {
    kind: 'WXSS',
    file: 'pages/user/user.wxss',
    change: (text: string, n: number) => `${text}\n.cell-label { letter-spacing: ${n}px; }\n`,
    shown: (n: number) => {
      const label = document.querySelector('.cell-label');
      return label !== null && getComputedStyle(label).letterSpacing === `${n}px`;
    },
  },
  {
    kind: 'WXML',
    file: 'pages/user/user.wxml',
    change: (text: string, n: number) => `${text}<view class="bench-mark">saved ${n}</view>\n`,
    shown: (n: number) => document.body.innerText.includes(`saved ${n}`),
  },
  {
    kind: 'TS',
    file: 'pages/user/view.ts',
    change: (text: string, n: number) => text.replace("row('手机号'", `row('手机号 ${n}'`),
    shown: (n: number) => document.body.innerText.includes(`手机号 ${n}`),
  },
];

/** The rows of all saves: the time until the page shows the change, ms. */
export async function saves(browser: Browser, progress: (what: string) => void): Promise<Row[]> {
  const copy = mkdtempSync(path.join(tmpdir(), 'bench-preview-'));
  // Copy the mini-program without phone.config.ts and its scenes: the page is then the one before a login.
  cpSync(product, copy, { recursive: true });
  const server = await start('start', '--root', copy);
  try {
    const page = await browser.newPage();
    await visit(page, `${server.url}phone.html`, 'html[data-ready]');
    const rows: Row[] = [];
    for (const { kind, file, change, shown } of SAVES) {
      const place = path.join(copy, file);
      const original = readFileSync(place, 'utf8');
      const ms: number[] = [];
      for (let n = 1; n <= ROUNDS; n += 1) {
        progress(`a save of ${kind}, ${n} of ${ROUNDS}`);
        const watching = page.waitForFunction(shown, n, { polling: 'raf' });
        const start = performance.now();
        writeFileSync(place, change(original, n));
        await watching;
        ms.push(performance.now() - start);
      }
      const middle = median(ms);
      rows.push({
        what: `${kind}: from save to new pixels`,
        value: `${middle.toFixed(0)} ms`,
        target: '≤ 300 ms',
        met: middle <= 300,
      });
    }
    return rows;
  } finally {
    await server.stop();
    rmSync(copy, { recursive: true, force: true });
  }
}
