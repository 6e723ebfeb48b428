/** The shell in a browser: choices, their URL, and the list of scenes. */
import { scenarios } from '../../mock-server/scenarios';
import { useBrowserSite } from '../support/browser-site';
import { describeInBrowser } from '../support/chromium';
import { eventually } from '../support/eventually';
import { LARGE, type ShellPage } from '../support/shell-page';

jest.setTimeout(180_000);

describeInBrowser('shell', () => {
  const site = useBrowserSite();
  let shell: ShellPage;

  const query = () => new URL(shell.page.url()).search;
  /** The scene of the list that is marked as the chosen one. */
  const current = () => shell.page.locator('.scenes a[aria-current]').getAttribute('data-scene');
  /** The scene that the phone has opened. */
  const opened = async () => (await shell.phone()).evaluate(() => window.previewPhone?.settings.scene);
  /** Marks the current phone, to check later whether it was replaced. */
  const markPhone = async () => (await shell.phone()).evaluate(() => Object.assign(window, { marked: true }));
  const isMarked = async () => (await shell.phone()).evaluate(() => 'marked' in window);

  describe('choices', () => {
    test('a URL opens exactly its state', async () => {
      shell = await site.open(
        '?scene=refused&device=390&theme=dark&era=profile&sdk=2.19.4&panel=data&lang=en',
      );
      const { page } = shell;
      const phone = await shell.phone();
      const facts = await phone.evaluate(() => ({
        width: window.innerWidth,
        height: window.innerHeight,
        theme: document.documentElement.dataset.theme,
        era: window.previewPhone?.phone.era,
        sdk: window.previewPhone?.phone.sdkVersion,
        scene: window.previewPhone?.settings.scene,
      }));
      expect(facts).toEqual({
        width: 390,
        height: 844,
        theme: 'dark',
        era: 'profile',
        sdk: '2.19.4',
        scene: 'refused',
      });
      expect(await current()).toBe('refused');
      expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('Data');
      await eventually(async () => expect(await page.title()).toBe('Refused before · 微信登录示例'));
      expect(query()).toBe('?scene=refused&device=390&theme=dark&era=profile&sdk=2.19.4&panel=data&lang=en');
    });

    test('every choice is in the URL; back and forward undo and redo', async () => {
      shell = await site.open();
      const { page } = shell;
      await shell.phone();
      expect(query()).toBe('');
      await page.click('[data-scene="member"]');
      await page.selectOption('.controls select >> nth=0', '412');
      await page.getByRole('radio', { name: '深色' }).check();
      await page.getByRole('tab', { name: '存储' }).click();
      await eventually(() => expect(query()).toBe('?scene=member&device=412&theme=dark&panel=storage'));

      await page.goBack();
      await eventually(() => expect(query()).toBe('?scene=member&device=412'));
      await page.goBack();
      await page.goBack();
      await eventually(() => expect(query()).toBe(''));
      await eventually(async () => expect(await current()).toBe('guest'));
      await eventually(async () => expect(await opened()).toBe('guest'));
      const isForward = () =>
        page.waitForFunction(() => location.search === '?scene=member', undefined, { timeout: 3000 });
      await page.goForward();
      // On a busy machine Chromium can drop a history step that follows three others at once: then nothing changes, so
      // repeat it.
      await isForward().catch(() => page.goForward().then(isForward));
      await eventually(async () => expect(await current()).toBe('member'));
    });

    test('theme and device change the running phone; a scene is a new phone', async () => {
      shell = await site.open('?scene=member');
      const { page } = shell;
      await markPhone();
      await page.getByRole('radio', { name: '深色' }).check();
      await page.selectOption('.controls select >> nth=0', '320');
      const phone = await shell.phone();
      await phone.waitForFunction(
        () => window.innerWidth === 320 && document.documentElement.dataset.theme === 'dark',
      );
      expect(await isMarked()).toBe(true);
      // The URL that a reload of the frame would open.
      const url = (end: string) => eventually(() => expect(phone.url()).toContain(`phone.html?${end}`));
      await url('scene=member&theme=dark&device=320');
      await page.click('[data-scene="guest"]');
      await eventually(async () => expect(await opened()).toBe('guest'));
      // The frame opens another scene and does not load the code again.
      expect(await isMarked()).toBe(true);
      await url('scene=guest&theme=dark&device=320');
    });

    test('a missing scene is reported, and the list still works', async () => {
      shell = await site.open('?scene=unknown');
      const words = shell.page.getByText('没有名为“unknown”的场景');
      // The phone is centred in the free space beside the list.
      const { x = 0, width = 0 } = (await words.boundingBox()) ?? {};
      const list = await shell.page.locator('.list').boundingBox();
      expect(x + width / 2).toBeCloseTo((LARGE.width + (list?.width ?? 0)) / 2, -1);
      await shell.page.click('[data-scene="guest"]');
      await eventually(async () => expect(await opened()).toBe('guest'));
    });

    test('the link is copied', async () => {
      shell = await site.open('?scene=long-name&theme=dark', {
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      await shell.page.getByRole('button', { name: '复制链接' }).click();
      await shell.page.getByRole('status').filter({ hasText: '已复制' }).waitFor({ state: 'attached' });
      expect(await shell.page.evaluate(() => navigator.clipboard.readText())).toBe(
        `${site.url}?scene=long-name&theme=dark`,
      );
    });

    test('the language can be switched, is stored, and first follows the browser', async () => {
      shell = await site.open('', { locale: 'en-GB' });
      const { page } = shell;
      await page.getByPlaceholder('Search scenes').waitFor();
      await page.getByRole('button', { name: '中文' }).click();
      await page.getByPlaceholder('搜索场景').waitFor();
      await page.locator('html[lang="zh-CN"]').waitFor();
      await shell.phone();
      await page.goto(site.url);
      await page.getByPlaceholder('搜索场景').waitFor();
    });
  });

  describe('scene list', () => {
    test('shows every scenario; search narrows it; Enter opens the first', async () => {
      shell = await site.open();
      const { page } = shell;
      const listed = await page.locator('.scenes a').allTextContents();
      for (const { title } of scenarios) expect(listed.join('\n')).toContain(title.zh);
      // The list takes the key after its effects have run; an effect also loads the phone.
      await shell.phone();
      await page.keyboard.press('/');
      await page.keyboard.type('very long');
      await page.waitForFunction(() => document.querySelectorAll('.scenes a').length === 1);
      await page.keyboard.press('Enter');
      await eventually(async () => expect(await current()).toBe('long-name'));
      await page.keyboard.press('Escape');
      await eventually(async () => expect(await page.locator('.scenes a').count()).toBe(listed.length));
      await page.fill('.search input', 'no such scene');
      await page.getByText('没有匹配的场景').waitFor();
    });

    test('arrows move through it, and leave one step in the history', async () => {
      shell = await site.open();
      const { page } = shell;
      const ids = await page
        .locator('.scenes a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('data-scene')));
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-scene'));
      const isAt = (index: number) =>
        eventually(async () => expect([await current(), await focused()]).toEqual([ids[index], ids[index]]));
      await page.focus('.scenes a[aria-current]');
      await page.keyboard.press('ArrowDown');
      await isAt(1);
      await page.keyboard.press('ArrowDown');
      await isAt(2);
      await page.keyboard.press('ArrowUp');
      await isAt(1);
      // A dialog that the phone opens by itself does not take the focus from the list.
      const phone = await shell.phone();
      await phone.evaluate(() => {
        // Not awaited: it pends until the user answers.
        void window.previewPhone?.phone.wx.showModal({ title: '提示', content: '…' });
      });
      await phone.getByRole('dialog', { name: '提示' }).waitFor();
      expect(await focused()).toBe(ids[1]);
      await page.keyboard.press('End');
      await eventually(async () => expect(await current()).toBe(ids.at(-1)));
      await page.goBack();
      await eventually(async () => expect(await current()).toBe('guest'));
    });

    test('in a narrow window it is a drawer', async () => {
      // With motion: the search field gets the focus while the drawer still moves.
      shell = await site.open('', {
        viewport: { width: 640, height: 800 },
        reducedMotion: 'no-preference',
      });
      const { page } = shell;
      const list = page.locator('#scene-list');
      expect(await list.isVisible()).toBe(false);
      await page.getByRole('button', { name: '打开场景列表' }).click();
      await page.waitForFunction(() => document.activeElement?.matches('.search input'));
      await page.keyboard.press('Escape');
      await list.waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: '打开场景列表' }).click();
      await page.click('[data-scene="member"]');
      await list.waitFor({ state: 'hidden' });
      await eventually(() => expect(query()).toBe('?scene=member'));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(640);
      // On a phone-sized screen the simulated phone stays readable, and the log is below it.
      await page.setViewportSize({ width: 480, height: 860 });
      await page.waitForFunction(
        () => (document.querySelector('iframe')?.getBoundingClientRect().width ?? 0) > 220,
      );
      expect(await page.locator('.side').isVisible()).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(480);
    });
  });
});
