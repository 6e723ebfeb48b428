/** The panel *inspect*: box, distances, colours and source of an element. */

import { distances } from '../../preview/shell/inspect/distances';
import { useBrowserSite } from '../support/browser-site';
import { describeInBrowser } from '../support/chromium';
import { eventually } from '../support/eventually';

jest.setTimeout(120_000);

describeInBrowser('inspect', () => {
  const site = useBrowserSite();

  test('pointer and keys: properties of an element, the distance to another element, and closing', async () => {
    const { page, phone } = await site.open('?scene=member&device=375&lang=en');
    const frame = await phone();
    await page.keyboard.press('i');
    const panel = () => new URL(page.url()).searchParams.get('panel');
    await eventually(() => expect(panel()).toBe('inspect'));
    await page.locator('[role="application"]:focus').waitFor();
    const picker = page.getByRole('application');
    const over = async (selector: string) => {
      const box = await frame
        .locator(selector)
        .first()
        .evaluate((element) => {
          const { left, top } = element.getBoundingClientRect();
          return { x: left + 3, y: top + 3 };
        });
      // At scale 1 a position in the frame equals the position on the layer.
      return { position: box };
    };
    const facts = async () =>
      Object.fromEntries(
        await page
          .locator('.inspection .fact')
          .evaluateAll((rows) =>
            rows.map((row) => [row.querySelector('dt')?.textContent, row.querySelector('dd')?.textContent]),
          ),
      );

    await picker.hover(await over('.person'));
    await page.locator('.inspected[data-kind="hovered"]').waitFor({ state: 'attached' });
    await picker.click(await over('.person'));
    await page.locator('.inspected[data-kind="pinned"]').waitFor({ state: 'attached' });
    const named = (name: RegExp) => page.locator('.inspection h2.element', { hasText: name }).waitFor();
    await named(/^view\.person “/);
    await eventually(async () => {
      expect(await page.locator('.source code').textContent()).toMatch(/^pages\/user\/user\.wxml:\d+:\d+$/);
      expect(await facts()).toMatchObject({
        Size: '375 × 128',
        Padding: '32 16',
        'Font size': '17 px',
        Background: '#ffffff',
        Contrast: '17.49 : 1 ≥ 4.5',
      });
    });

    // Alt: the distance between the hovered and the selected element.
    await picker.hover(await over('.cell'));
    await page.keyboard.down('Alt');
    await eventually(async () =>
      expect(await page.locator('.distance span').allTextContents()).toEqual(['8']),
    );
    await page.keyboard.up('Alt');
    await page.locator('.distance').waitFor({ state: 'detached' });

    // Keys: into the element and out again. Escape deselects, then closes the panel.
    await picker.focus();
    await page.keyboard.press('ArrowDown');
    await named(/^image/);
    await page.keyboard.press('ArrowUp');
    await named(/^view\.person/);
    await page.keyboard.press('Escape');
    await page.locator('.inspected[data-kind="pinned"]').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await eventually(() => expect(panel()).toBe(null));
    await picker.waitFor({ state: 'detached' });
  });
});

test('distances: inside, beside, below, and none for overlapping elements', () => {
  const box = (left: number, top: number, width: number, height: number) => ({ left, top, width, height });
  const lengths = (...pair: [ReturnType<typeof box>, ReturnType<typeof box>]) =>
    distances(...pair).map(({ length }) => length);
  expect(lengths(box(10, 20, 30, 40), box(0, 0, 100, 100))).toEqual([20, 60, 40, 10]);
  expect(lengths(box(0, 0, 100, 100), box(10, 20, 30, 40))).toEqual([20, 60, 40, 10]);
  expect(lengths(box(0, 0, 10, 10), box(25, 0, 10, 10))).toEqual([15]);
  expect(lengths(box(0, 0, 10, 10), box(25, 40, 10, 10))).toEqual([15, 30]);
  expect(lengths(box(0, 0, 10, 10), box(5, 5, 10, 10))).toEqual([]);
});
