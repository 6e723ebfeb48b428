/** A design picture over the phone. */
import { PNG } from 'pngjs';
import { useBrowserSite } from '../support/browser-site';
import { describeInBrowser } from '../support/chromium';
import { eventually } from '../support/eventually';

jest.setTimeout(120_000);

/** The highest channel value of all pixels, without the round corners. */
function brightest(png: Buffer): number {
  const { data, width, height } = PNG.sync.read(png);
  let most = 0;
  for (let y = 60; y < height - 60; y += 1)
    for (let x = 0; x < width; x += 1)
      for (let channel = 0; channel < 3; channel += 1)
        most = Math.max(most, data[(y * width + x) * 4 + channel] ?? 0);
  return most;
}

describeInBrowser('a design over the phone', () => {
  const site = useBrowserSite();

  test('added, placed, moved and switched; it stays in the tab, and the URL has its position', async () => {
    const shell = await site.open('?scene=member&device=375&lang=en&overlay=100,0,0,difference');
    const { page } = shell;
    await shell.phone();
    const glass = page.locator('.glass');
    const alone = await shell.context.newPage();
    await alone.setViewportSize({ width: 375, height: 812 });
    await alone.goto(`${site.url}phone.html?scene=member&device=375`);
    await alone.waitForSelector('html[data-ready]', { state: 'attached' });
    const picture = await alone.screenshot();
    await alone.close();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));

    // Without a picture the key opens the panel where a picture can be chosen.
    await page.keyboard.press('o');
    await page.getByRole('tab', { name: 'Picture', selected: true }).waitFor();
    await page
      .getByLabel('Choose a picture', { exact: true })
      .last()
      .setInputFiles({ name: 'design.png', mimeType: 'image/png', buffer: picture });
    const design = page.locator('.design');
    await design.waitFor();
    // A picture as wide as the screen is 1x. Equal pixels are black, except at the edges of letters.
    await page.getByRole('radio', { name: '1x', checked: true }).waitFor();
    await eventually(async () => expect(brightest(await glass.screenshot())).toBeLessThan(40));

    // By keyboard: one pixel, ten pixels. Then the design is displaced, and the difference is visible.
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    await page.locator('[role="application"]:focus').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowUp');
    await eventually(() =>
      expect(new URL(page.url()).search).toBe(
        '?scene=member&panel=picture&overlay=100,1,-10,1x,difference&lang=en',
      ),
    );
    await eventually(async () => expect(brightest(await glass.screenshot())).toBeGreaterThan(100));
    // A drag moves it by the pointer's distance.
    const { x = 0, y = 0 } = (await glass.boundingBox()) ?? {};
    await page.mouse.move(x + 100, y + 100);
    await page.mouse.down();
    await page.mouse.move(x + 99, y + 110);
    await page.mouse.up();
    await page.waitForFunction(() => location.search.includes('overlay=100,1x,difference'));
    await page.keyboard.press('Escape');
    await page.getByRole('application').waitFor({ state: 'detached' });

    await page.getByLabel('Opacity').fill('40');
    await page.getByRole('checkbox', { name: /Difference/ }).uncheck();
    const opacity = () => design.evaluate((element) => getComputedStyle(element).opacity);
    await eventually(async () => expect(await opacity()).toBe('0.4'));
    // Taps still reach the phone below.
    await page.getByRole('heading', { name: 'Design overlay' }).click();
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => location.search.includes('overlay=40,0,1,1x'));
    await page.keyboard.press('o');
    await design.waitFor({ state: 'detached' });
    await page.keyboard.press('o');
    await design.waitFor();
    expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([]);
  });

  test('pasted and dropped; an invalid file and an impossible export are reported', async () => {
    const shell = await site.open('?scene=member&panel=picture&font=-1&text=long&lang=en');
    const { page } = shell;
    await shell.phone();
    // A static site cannot render an export, so it shows the command.
    await page.getByRole('checkbox', { name: 'With device frame' }).check();
    await eventually(async () =>
      expect(await page.locator('.export code').textContent()).toBe(
        'npx miniprogram-phone shots --scene member --device 375 --scale 2 --font=-1 --text=long --frame',
      ),
    );
    expect(await page.locator('.export iframe').count()).toBe(0);
    const give = (event: 'paste' | 'drop', type: string, text: string) =>
      page.evaluate(
        ([how, mime = '', content = '']) => {
          const data = new DataTransfer();
          data.items.add(new File([content], `given.${how}`, { type: mime }));
          const init = { bubbles: true, cancelable: true };
          document.body.dispatchEvent(
            how === 'paste'
              ? new ClipboardEvent('paste', { ...init, clipboardData: data })
              : new DragEvent('drop', { ...init, dataTransfer: data }),
          );
        },
        [event, type, text],
      );
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="9" height="9"/></svg>';
    await give('paste', 'image/svg+xml', svg);
    await page.getByText('given.paste, 30 × 20').waitFor();
    await give('drop', 'image/svg+xml', svg);
    await page.getByText('given.drop, 30 × 20').waitFor();
    await give('drop', 'image/png', 'no picture');
    await page.getByRole('alert').filter({ hasText: 'cannot draw given.drop' }).waitFor();
    expect(await page.locator('.design').count()).toBe(1);
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.locator('.design').waitFor({ state: 'detached' });
  });
});
