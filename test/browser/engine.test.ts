/** The engine renders a typical mini-program without changes in the phone's frame. */
import path from 'node:path';
import { usePhones } from '../support/browser-phones';
import { describeInBrowser } from '../support/chromium';
import { eventually } from '../support/eventually';
import type { PhonePage, PhoneView } from '../support/phone-page';

jest.setTimeout(180_000);
const root = path.join(__dirname, '../fixtures/preview-app');

describeInBrowser('the engine renders a mini-program', () => {
  const phones = usePhones(root);
  let phone: PhonePage;

  const open = async (query = '', view: PhoneView = {}) => {
    phone = await phones.open(query, view);
    return phone.page;
  };
  const style = (selector: string, property: string) =>
    phone.page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

  test('templates, wxs, import, include, conditions, loops, components and slots', async () => {
    const page = await open();
    expect(await page.locator('#greeting').textContent()).toBe('Hello, World');
    expect(await page.locator('#odd').textContent()).toBe('list true 0');
    expect(await page.locator('.row').allTextContents()).toEqual(['0: first', '1: second']);
    expect(await page.locator('#few').isVisible()).toBe(true);
    expect(await page.locator('#more').count()).toBe(0);
    expect(await page.locator('#footer').textContent()).toBe('included for World');
    expect(await page.locator('#card #slotted').textContent()).toBe('slotted');
    expect(await page.locator('.badge-fc9535--badge').textContent()).toBe('global');
    expect(await page.locator('#hidden').isVisible()).toBe(false);
    expect(await page.locator('#lines').evaluate((element) => element.textContent)).toBe('one\ntwo');
  });

  test('app, page and component styles apply only in their scope', async () => {
    await open();
    expect(await style('wx-page', 'background-color')).toBe('rgb(245, 245, 245)');
    expect(await style('.wx-scroller', 'background-color')).toBe('rgb(245, 245, 245)');
    expect(await style('wx-page > .note', 'color')).toBe('rgb(255, 0, 0)');
    expect(await style('#card > wx-view', 'color')).toBe('rgb(0, 0, 255)');
    expect(await style('#card', 'display')).toBe('block');
  });

  test.each([320, 375])('rpx is computed for the device, in whole px, at %i px', async (width) => {
    const page = await open(`device=${width}`, { width });
    const box = await page.locator('#half').boundingBox();
    expect(box?.width).toBe(Math.floor(width / 2));
  });

  test('the frame has its own theme, and changes it without a reload', async () => {
    const page = await open('theme=dark');
    expect(await style('wx-page', 'background-color')).toBe('rgb(17, 17, 17)');
    await page.evaluate(() => window.previewPhone?.setTheme('light'));
    expect(await style('wx-page', 'background-color')).toBe('rgb(245, 245, 245)');
    // The phone looks as if it had started with this theme. After the mini-program has read the theme this is not
    // possible.
    const showDark = () => page.evaluate(() => window.previewPhone?.showTheme('dark'));
    expect(await showDark()).toBe(true);
    expect(await style('wx-page', 'background-color')).toBe('rgb(17, 17, 17)');
    await page.evaluate(() => window.previewPhone?.phone.wx.getSystemInfoSync().theme);
    await page.evaluate(() => window.previewPhone?.setTheme('light'));
    expect(await showDark()).toBe(false);
    // The computer's own colour scheme has no effect.
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await style('wx-page', 'background-color')).toBe('rgb(245, 245, 245)');
  });

  test('a tap event has WeChat’s form', async () => {
    const page = await open();
    await page.locator('#counter').click();
    await page.locator('#counter').click();
    expect(await page.locator('#counter').textContent()).toBe('count 2');
    expect(await page.locator('#more').isVisible()).toBe(true);
    const { tapped } = await phone.data();
    expect(tapped).toEqual({
      type: 'tap',
      step: 2,
      id: 'counter',
      mark: { place: 'counter' },
      detail: { x: expect.any(Number), y: expect.any(Number) },
      touches: 0,
      changedTouches: 1,
    });
    await page.locator('.row').nth(1).click();
    expect(await page.locator('#greeting').textContent()).toBe('Hello, b');
  });

  test('touch and keyboard have the same effect as the mouse', async () => {
    phone = await phones.open('', {}, { hasTouch: true });
    const { page } = phone;
    // The browser makes the click of a touch after the touch itself.
    await page.locator('#counter').tap();
    await eventually(async () => expect((await phone.data()).count).toBe(1));
    await page.locator('#counter').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press(' ');
    expect((await phone.data()).count).toBe(3);
  });

  test('a scrolling touch is not a tap', async () => {
    const page = await open();
    const box = await page.locator('#counter').boundingBox();
    if (!box) throw new Error('#counter is not there');
    await page.mouse.move(box.x + 10, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + 60, box.y + 10);
    await page.mouse.up();
    expect((await phone.data()).count).toBe(0);
  });

  test('hover-class is set during a touch and removed after its delay', async () => {
    const page = await open();
    const box = await page.locator('#counter').boundingBox();
    if (!box) throw new Error('#counter is not there');
    await page.mouse.move(box.x + 10, box.y + 10);
    await page.mouse.down();
    await page.waitForSelector('#counter.pressed');
    expect(await style('#counter', 'background-color')).toBe('rgb(200, 200, 200)');
    await page.mouse.up();
    await page.waitForSelector('#counter:not(.pressed)');
  });

  test('component events, navigation and the bars', async () => {
    const page = await open();
    await page.locator('#card > wx-view').click();
    expect((await phone.data()).opened).toBe('Card');
    const screen = page.locator('#screen');
    expect(await screen.getByText('Home', { exact: true }).count()).toBeGreaterThan(0);
    await page.locator('#go').click();
    await page.waitForSelector('#from');
    expect(await phone.route()).toBe('pages/detail/detail');
    expect(await page.locator('#from').textContent()).toBe('from home');
    expect(await screen.getByText('Detail', { exact: true }).count()).toBeGreaterThan(0);
    await page.locator('#back').click();
    await page.waitForSelector('#counter');
    expect(await phone.route()).toBe('pages/home/home');
  });

  test('a second launch starts with new state', async () => {
    const page = await open();
    await page.locator('#counter').click();
    await page.evaluate(() => window.previewPhone?.relaunch());
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    expect((await phone.data()).count).toBe(0);
  });

  test('an unknown tag is a small placeholder and one report', async () => {
    const page = await open();
    expect(await page.locator('#unknown').textContent()).toBe('<unheard-of>inner');
    const box = await page.locator('#unknown').boundingBox();
    expect(box?.height).toBeLessThan(40);
    expect((await phone.problems()).filter((message) => message.includes('unheard-of'))).toHaveLength(1);
  });

  test('a missing page is reported, and the home page opens', async () => {
    await open('page=pages/nowhere');
    expect(await phone.route()).toBe('pages/home/home');
    expect(await phone.problems()).toContain('page "pages/nowhere" is not found');
  });
});
