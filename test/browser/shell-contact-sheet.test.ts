/**
 * Every scene in a browser: it settles as declared, shows the same text as in the headless stage, reports no problem,
 * and passes the accessibility scan.
 */
import type { Frame } from 'playwright-core';
import { isScenario } from '../../mock-server/scenarios';
import { axeFindings } from '../support/axe';
import { useBrowserSite } from '../support/browser-site';
import { describeInBrowser } from '../support/chromium';
import { eventually } from '../support/eventually';

jest.setTimeout(480_000);

/** Recorded by test/flows/scenarios.test.ts on the headless stage. */
const headless = require('../flows/__snapshots__/scenarios.test.ts.snap') as Record<string, string>;

const wordsOf = (text: string) => text.replace(/^\s*"|"\s*$/g, '').replace(/\s+/g, '');

/** The visible text of the page, without the content of fields. */
const visibleText = (frame: Frame) =>
  frame.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('#stage') ?? document.body, 4);
    let text = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent && !parent.closest('wx-input, wx-textarea, style') && parent.checkVisibility()) {
        text += node.textContent;
      }
    }
    return text;
  });

/** Elements with their classes, of a page and of the sheets over it, without texts and pictures. */
const partsOf = (frame: Frame) =>
  frame.evaluate(() => {
    const screen = document.querySelector('#screen')?.shadowRoot;
    const all = [...document.querySelectorAll('#stage *'), ...(screen?.querySelectorAll('.panel *') ?? [])];
    return [...new Set(all.map(({ localName, className }) => localName + String(className)))];
  });

/** The scenes with the most parts first, until they have every part of all: one of equal scenes is enough. */
function withEveryPart<T extends { parts: readonly string[] }>(scenes: readonly T[]): T[] {
  const seen = new Set<string>();
  const chosen: T[] = [];
  for (const scene of [...scenes].sort((a, b) => b.parts.length - a.parts.length)) {
    if (scene.parts.every((part) => seen.has(part))) continue;
    for (const part of scene.parts) seen.add(part);
    chosen.push(scene);
  }
  return chosen;
}

describeInBrowser('every scene', () => {
  const site = useBrowserSite();

  test('is on the contact sheet in both themes, settled as declared, at 320 px, without console errors', async () => {
    const shell = await site.open('sheet/?device=320', {
      viewport: { width: 1400, height: 900 },
      reducedMotion: 'no-preference',
    });
    const { page } = shell;
    await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: 240_000 });
    const ids: string[] = ((await (await fetch(`${site.url}scenes.json`)).json()) as { id: string }[]).map(
      ({ id }) => id,
    );
    const shown = ids.flatMap((id) => ['light', 'dark'].map((theme) => ({ id, theme })));
    // Stills out of view are rendered last, without scrolling, so that the sheet can be printed.
    await page.waitForFunction((count) => {
      const stills = [...document.querySelectorAll<HTMLIFrameElement>('.thumb iframe')].filter(
        ({ contentDocument }) =>
          contentDocument?.readyState === 'complete' && contentDocument.querySelector('html[data-ready]'),
      );
      return stills.length === count;
    }, shown.length);
    // A still that is scrolled to shows its end: the contract has slid in.
    const running = await page.evaluate(async () => {
      document.querySelector('#contract')?.scrollIntoView();
      const names: string[] = [];
      for (let frame = 0; frame < 6; frame += 1) {
        await new Promise(requestAnimationFrame);
        for (const { contentDocument } of document.querySelectorAll<HTMLIFrameElement>('#contract iframe'))
          for (const { playState } of contentDocument?.getAnimations() ?? []) names.push(playState);
      }
      return names.filter((state) => state === 'running');
    });
    expect(running).toEqual([]);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const frames = await Promise.all(
      shown.map(async ({ id, theme }) => {
        const still = await page.$(`#${id} .thumb[data-theme="${theme}"] iframe`);
        const frame = await still?.contentFrame();
        if (!frame) throw new Error(`${id} ${theme} has no still`);
        return frame;
      }),
    );
    const facts = (frame: Frame) =>
      frame.evaluate(() => ({
        theme: document.documentElement.dataset.theme,
        width: window.innerWidth,
        overflow: document.documentElement.scrollWidth - window.innerWidth,
        pictures: [...document.images].filter(({ naturalWidth }) => naturalWidth === 0).map(({ src }) => src),
      }));
    // A still out of view has no layout, but when the sheet is printed it has.
    await page.emulateMedia({ media: 'print' });
    expect(await Promise.all(frames.map(facts))).toEqual(
      shown.map(({ theme }) => ({ theme, width: 320, overflow: 0, pictures: [] })),
    );
    expect(await page.locator('.thumb:not([data-problems="0"])').count()).toBe(0);
    expect(shell.complaints).toEqual([]);
    // Both engines show the same text.
    const texts = await Promise.all(frames.map(visibleText));
    const ofScenarios = shown
      .map(({ id }, at) => ({ id, text: wordsOf(texts[at] ?? '') }))
      .filter(({ id }) => isScenario(id));
    expect(ofScenarios).toEqual(
      ofScenarios.map(({ id }) => ({ id, text: wordsOf(headless[`${id} 1`] ?? 'nothing recorded') })),
    );

    await page.emulateMedia({ media: 'screen' });

    // Equal pictures are marked, and can be folded.
    expect(await page.locator('#guest-legacy .same').textContent()).toContain('2021–2022');
    const cards = page.locator('.sheet li:visible');
    const before = await cards.count();
    const folded = before - (await page.locator('.same').count());
    await page.keyboard.press('f');
    await eventually(() => expect(new URL(page.url()).searchParams.get('same')).toBe('fold'));
    await page.locator('#guest-legacy').waitFor({ state: 'hidden' });
    await eventually(async () => expect(await cards.count()).toBe(folded));
    await page.keyboard.press('f');
    await eventually(async () => expect(await cards.count()).toBe(before));

    // The sheet itself: each picture links to the preview.
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.locator('#refused .cover').nth(1).getAttribute('href')).toBe(
      './?scene=refused&device=320&theme=dark',
    );

    // Scan every element in both themes. Scenes that differ only in texts are equal for the scan.
    const parts = await Promise.all(frames.map(partsOf));
    const scenes = shown.map((one, at) => ({ ...one, parts: parts[at] ?? [] }));
    const chosen = ['light', 'dark'].flatMap((name) =>
      withEveryPart(scenes.filter(({ theme }) => theme === name)),
    );
    expect(chosen.length).toBeGreaterThan(5);
    // A still runs no script, so the scan uses one phone, which opens one scene after the other.
    const phone = await shell.context.newPage();
    await phone.setViewportSize({ width: 320, height: 568 });
    await phone.goto(`${site.url}phone.html?device=320`);
    const findings: string[][] = [];
    for (const { id, theme } of chosen) {
      await phone.evaluate(
        (search) => window.previewPhone?.open(search),
        `?scene=${id}&theme=${theme}&device=320`,
      );
      await phone.waitForSelector('html[data-ready]', { state: 'attached', timeout: 60_000 });
      findings.push((await axeFindings(phone)).map((finding) => `${id} ${theme}: ${finding}`));
    }
    await phone.close();
    expect(findings.flat()).toEqual([]);

    // Another device. Wait only for the first still: rendering all of them takes as long as the first time.
    await page.selectOption('.top-bar select', '430');
    await page.waitForSelector('#guest iframe[width="430"]', { state: 'attached', timeout: 60_000 });
  });

  test.each([
    ['', 'light', 1400],
    ['?scene=member&panel=data&lang=en', 'dark', 1400],
    ['?scene=member&panel=storage', 'light', 900],
    ['?scene=member&panel=picture&lang=en', 'dark', 900],
    ['?scene=member&panel=person', 'light', 640],
    ['?scene=long-name&panel=check', 'dark', 640],
  ] as const)(
    'the shell %s, %s, %i px wide has no accessibility violation',
    async (path, colorScheme, width) => {
      const shell = await site.open(path, { colorScheme, viewport: { width, height: 900 } });
      await shell.phone();
      await shell.page.waitForSelector('.panel > *');
      expect(await axeFindings(shell.page)).toEqual([]);
    },
  );
});
