/** The built-in components: styles, states, events. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { keepValues } from '../../preview/shell/sheet/scene-snapshot';
import { usePhones } from '../support/browser-phones';
import { describeInBrowser } from '../support/chromium';
import { eventually } from '../support/eventually';
import type { PhonePage } from '../support/phone-page';

jest.setTimeout(180_000);
const root = path.join(__dirname, '../fixtures/preview-app');

describeInBrowser('built-in components', () => {
  const phones = usePhones(root);
  let phone: PhonePage;
  let page: Page;

  beforeEach(async () => {
    // The page contains an image with a missing file.
    phone = await phones.open('page=pages/built-ins/built-ins', { expects: /404/ });
    page = phone.page;
  });
  const seen = async (event: string) => ((await phone.data()).seen as Record<string, unknown>)[event];
  const style = (selector: string, property: string) =>
    page
      .locator(selector)
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

  test('button: WeUI’s colours, name and role, and no tap while disabled', async () => {
    expect(await style('#primary', 'background-color')).toBe('rgb(7, 193, 96)');
    expect(await style('#primary', 'width')).toBe('184px');
    expect(await page.getByRole('button', { name: 'Primary', exact: true }).count()).toBe(1);
    await page.locator('#disabled').click({ force: true });
    expect(await seen('tap')).toBeUndefined();
    expect(await page.locator('#disabled').getAttribute('aria-disabled')).toBe('true');
  });

  test('button: pressed style during a touch', async () => {
    await page.locator('#primary').hover();
    await page.mouse.down();
    await page.waitForSelector('#primary.button-hover');
    expect(await style('#primary', 'background-color')).toBe('rgb(6, 173, 86)');
    await page.mouse.up();
    await page.waitForSelector('#primary:not(.button-hover)');
  });

  test('input: placeholder with a class, events, and the returned value', async () => {
    const field = page.locator('#name input');
    expect(await style('#name .hint', 'color')).toBe('rgb(200, 0, 100)');
    await field.pressSequentially('ab');
    expect(await page.locator('#name .hint').isVisible()).toBe(false);
    expect(await seen('input')).toEqual({ value: 'ab', cursor: 2, keyCode: 98 });
    expect(await seen('focus')).toEqual({ value: '', height: 335 });
    await field.press('Enter');
    expect(await seen('confirm')).toEqual({ value: 'ab' });
    expect(await seen('blur')).toEqual({ value: 'ab', cursor: 2 });
    await page.locator('#upper input').pressSequentially('xyz');
    expect(await page.locator('#upper input').inputValue()).toBe('XYZ');
  });

  test('typed text is exactly at the position of its placeholder', async () => {
    const fields = [
      ['#name', '44px'],
      ['#name', '1.4em'],
      ['#name', '90px'],
      ['.area', '80px'],
    ] as const;
    // Chromium without a GPU can render the first screenshot of a tab wrongly, so this one is not compared.
    await page.screenshot();
    for (const [selector, height] of fields) {
      const field = page.locator(selector);
      const typed = field.locator('input, textarea');
      await typed.fill('');
      await typed.blur();
      await field.evaluate((element, height) => {
        element.style.height = height;
        const hint = element.querySelector('.wx-placeholder');
        if (hint) Object.assign(hint, { textContent: '国口 Hxg', style: 'color: inherit' });
      }, height);
      const before = await field.screenshot();
      await typed.fill('国口 Hxg');
      await typed.blur();
      expect(await field.locator('.wx-placeholder').isVisible()).toBe(false);
      expect([selector, height, (await field.screenshot()).equals(before)]).toEqual([selector, height, true]);
    }
  });

  test('input: model: binds both ways', async () => {
    const field = page.locator('#model input');
    expect(await field.inputValue()).toBe('two-way');
    await field.fill('typed');
    expect((await phone.data()).model).toBe('typed');
    expect(await page.locator('#model-shown').textContent()).toBe('typed');
  });

  test('form: switch, checkboxes, radios, slider and picker are submitted, and reset', async () => {
    await page.locator('#switch').click();
    expect(await seen('change')).toEqual({ value: false });
    await page.locator('#apple').click();
    expect(await seen('change')).toEqual({ value: ['pear', 'apple'] });
    await page.locator('#small').click();
    await page.locator('#submit').click();
    const { value } = (await seen('submit')) as { value: unknown };
    expect(value).toEqual({
      nick: 'Lin',
      on: false,
      box: false,
      fruit: ['pear', 'apple'],
      size: 's',
      much: 30,
      city: 0,
    });
    await page.locator('#reset').click();
    await page.locator('#submit').click();
    expect(((await seen('submit')) as { value: unknown }).value).toMatchObject({
      nick: '',
      fruit: [],
      size: '',
    });
  });

  test('choices work by keyboard, and have roles', async () => {
    const toggle = page.getByRole('switch');
    expect(await toggle.getAttribute('aria-checked')).toBe('true');
    await toggle.focus();
    await page.keyboard.press(' ');
    expect(await toggle.getAttribute('aria-checked')).toBe('false');
    expect(await page.getByRole('radio').count()).toBe(2);
    expect(await page.getByRole('checkbox').count()).toBe(3);
  });

  test('picker: a sheet that can be answered, and closed with Escape', async () => {
    const picker = page.locator('#picker');
    await picker.click();
    const sheet = page.getByRole('dialog');
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await picker.click();
    await sheet.getByRole('listbox').selectOption('Guangzhou');
    // A still in the sheet, and an exported copy, show the same choice.
    const kept = await page.evaluate<string[]>(`(() => {
      const keepValues = ${keepValues};
      const chosen = (root) => root.querySelector('option[selected]')?.textContent;
      const copy = document.cloneNode(true);
      keepValues(document, copy);
      const exported = chosen(copy);
      keepValues(document);
      return [exported, chosen(document)];
    })()`);
    expect(kept).toEqual(['Guangzhou', 'Guangzhou']);
    await sheet.getByText('确定').click();
    expect((await phone.data()).city).toBe('Guangzhou');
    expect(await picker.textContent()).toBe('City: Guangzhou');
  });

  test('scroll-view, swiper, navigator', async () => {
    await page.locator('#scroll').evaluate((element) => element.scrollTo({ top: 9999 }));
    await page.waitForFunction(() => {
      const seen = window.previewPhone?.pages()[0]?.data.seen as Record<string, unknown> | undefined;
      return (seen?.scrolltolower as { direction?: string } | undefined)?.direction === 'bottom';
    });
    const swiper = page.locator('wx-swiper');
    await swiper.focus();
    // `animationfinish` comes after `duration`; a change during the animation replaces it.
    const fired = await swiper.evaluate(async (element) => {
      const finished = () =>
        (window.previewPhone?.pages()[0]?.data.seen as Record<string, { current: number }> | undefined)
          ?.animationfinish?.current;
      for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowRight'])
        element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      const atOnce = finished();
      while (finished() === undefined) await new Promise(requestAnimationFrame);
      return [atOnce, finished()];
    });
    expect(fired).toEqual([undefined, 1]);
    await page.locator('#link').click();
    await page.waitForSelector('#from');
    expect(await page.locator('#from').textContent()).toBe('from link');
  });

  test('image: a picture of the package, and a missing one; rich-text runs no script', async () => {
    await eventually(async () => expect(await seen('load')).toEqual({ width: 40, height: 40 }));
    await eventually(async () =>
      expect(await seen('error')).toEqual({ errMsg: 'GET ../../assets/missing.png failed' }),
    );
    expect(await page.getByRole('img', { name: 'A square' }).count()).toBe(1);
    const rich = page.locator('wx-rich-text');
    expect(await rich.locator('script').count()).toBe(0);
    expect(await rich.locator('img').getAttribute('onerror')).toBeNull();
    expect(await rich.locator('b').textContent()).toBe('text');
  });
});
