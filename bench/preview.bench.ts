/** The preview: how long until a phone can be looked at, and from a save to new pixels. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../test/support/chromium';
import { atMost, type Bench, median, type Row } from './bench';

const ROUNDS = 7;
const root = path.resolve(import.meta.dirname, '..');
const product = path.join(root, 'miniprogram');

/** A port that is free now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts one of the project's own commands and waits until it says where the preview is. */
async function start(...args: string[]) {
  const [preview, mock] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, ['scripts/run.cjs', ...args], {
    cwd: root,
    env: { ...process.env, PREVIEW_PORT: String(preview), MOCK_PORT: String(mock) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = `http://127.0.0.1:${preview}/`;
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => line.includes(url) && resolve());
    child.once('exit', (code) => reject(new Error(`${args[0]} ended with code ${code}`)));
  });
  return {
    url,
    async stop() {
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    },
  };
}

/** Serves an empty page: the least that a visit can take. */
async function startEmpty() {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>empty</title><main>empty</main>');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Milliseconds from the navigation to a phone that has settled, or to the load of a page without one. */
async function visit(page: Page, url: string, settled: string): Promise<number> {
  const start = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForSelector(settled, { state: 'attached' });
  return performance.now() - start;
}

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
      // A context of its own has an empty cache and no service worker: a first visit.
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

/** What is saved: a file, what changes in it, and how the page shows that. */
const SAVES = [
  {
    kind: 'WXSS',
    file: 'pages/user/user.wxss',
    change: (text: string, n: number) => `${text}\n.person-name { letter-spacing: ${n}px; }\n`,
    shown: (n: number) => {
      const name = document.querySelector('.person-name, [class~="person-name"]');
      return name !== null && getComputedStyle(name).letterSpacing === `${n}px`;
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
    change: (text: string, n: number) => text.replace("label: '昵称'", `label: '昵称 ${n}'`),
    shown: (n: number) => document.body.innerText.includes(`昵称 ${n}`),
  },
];

/** How many scenes are opened one after the other in one frame. */
const SWITCHES = 20;

/** Milliseconds from the choice of another scene to a phone that has settled, in the same frame. */
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

/** Rounds of what takes tens of seconds. */
const LONG_ROUNDS = 3;

/** The static site, the development server: the sheet, and scenes one after the other. */
async function manyPhones(browser: Browser, progress: (what: string) => void): Promise<Row[]> {
  const rows: Row[] = [];
  const before = { sheet: Number.NaN, scene: Number.NaN };
  for (const [where, ...command] of [
    ['static', 'preview:static'],
    ['npm start', 'start'],
  ] as const) {
    const site = await start(...command);
    try {
      const [sheets, scenes]: [number[], number[]] = [[], []];
      for (let round = 0; round <= LONG_ROUNDS; round += 1) {
        progress(`${where}: sheet and scenes, round ${round} of ${LONG_ROUNDS}`);
        const context = await browser.newContext({ viewport: { width: 1500, height: 1000 } });
        const page = await context.newPage();
        const sheet = await visit(page, `${site.url}sheet.html`, 'html[data-ready]');
        const middle = median(await switches(page, site.url));
        await context.close();
        // The first one fills Vite's cache.
        if (round === 0) continue;
        sheets.push(sheet);
        scenes.push(middle);
      }
      const [sheet, scene] = [median(sheets), median(scenes)];
      const isStatic = where === 'static';
      rows.push({
        what: `${where}: another scene in the same frame`,
        value: `${scene.toFixed(0)} ms`,
        ...(isStatic ? { target: '≤ 150 ms', met: scene <= 150 } : atMost(scene / before.scene, 1.2)),
      });
      rows.push({
        what: `${where}: sheet, all stills taken`,
        value: `${(sheet / 1000).toFixed(1)} s`,
        ...(isStatic ? { target: '≤ 6 s', met: sheet <= 6000 } : atMost(sheet / before.sheet, 1.2)),
      });
      if (isStatic) Object.assign(before, { sheet, scene });
    } finally {
      await site.stop();
    }
  }
  return rows;
}

/** `npm run shots`, all scenes, with the build of the site. */
function shots(progress: (what: string) => void): Row {
  progress('npm run shots');
  const out = mkdtempSync(path.join(tmpdir(), 'bench-shots-'));
  try {
    const begun = performance.now();
    execFileSync(process.execPath, ['scripts/run.cjs', 'shots', '--out', out], {
      cwd: root,
      stdio: 'ignore',
    });
    const s = (performance.now() - begun) / 1000;
    const pictures = readdirSync(out).length;
    const per = s / pictures;
    return {
      what: `npm run shots, ${pictures} pictures`,
      value: `${s.toFixed(0)} s, ${per.toFixed(2)} s each`,
      target: '≤ 0.5 s each',
      met: per <= 0.5,
    };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

async function saves(browser: Browser, progress: (what: string) => void): Promise<Row[]> {
  const copy = mkdtempSync(path.join(tmpdir(), 'bench-preview-'));
  cpSync(product, copy, { recursive: true });
  const server = await start('start', '--root', copy);
  try {
    const page = await browser.newPage();
    await visit(page, `${server.url}phone.html?scene=member`, 'html[data-ready]');
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

export default {
  title: 'The preview',
  note: 'Headless Chromium; from the start of the navigation to a phone that has settled; medians.',
  async run(progress) {
    const browser = await launchChromium();
    try {
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
        ...(await manyPhones(browser, progress)),
        shots(progress),
        ...(await saves(browser, progress)),
      ];
    } finally {
      await browser.close();
    }
  },
} satisfies Bench;
