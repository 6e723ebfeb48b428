/** Page data, component data and storage, edited in the panels. */
import { useBrowserSite } from '../support/browser-site';
import { describeInBrowser } from '../support/chromium';
import { eventually } from '../support/eventually';
import type { ShellPage } from '../support/shell-page';

jest.setTimeout(120_000);

describeInBrowser('edit', () => {
  const site = useBrowserSite();

  const row = ({ page }: ShellPage, name: string) =>
    page
      .locator('.value-row')
      .filter({ has: page.locator('.key', { hasText: new RegExp(`^${name}$`) }) })
      .first();
  /** Fills in the field of a value. A field gets the focus and its selection after it was drawn, so wait for that. */
  async function fillValue({ page }: ShellPage, text: string): Promise<void> {
    await page.locator('[aria-label="Value"]:focus').waitFor();
    await page.getByLabel('Value', { exact: true }).first().fill(text);
  }
  /** Opens a value's editor, enters another value, and sets it. */
  async function edit(shell: ShellPage, name: string, type: string, text?: string): Promise<void> {
    await row(shell, name).getByRole('button', { name: 'Edit' }).click();
    await shell.page.getByLabel('Type').first().selectOption(type);
    if (text !== undefined) await fillValue(shell, text);
    await shell.page.getByRole('button', { name: 'Set', exact: true }).click();
  }
  const reset = ({ page }: ShellPage, name: string | RegExp) => page.getByRole('button', { name });

  test('an edit goes through setData, is validated and marked, and one key resets it', async () => {
    const shell = await site.open('?scene=guest-button&panel=data&lang=en');
    const { page } = shell;
    const phone = await shell.phone();
    // A value that looks like HTML is shown as text, in the phone and in the panel.
    await edit(shell, 'heading', 'String', '<img src=x onerror=alert(1)>');
    await phone.getByText('<img src=x onerror=alert(1)>', { exact: true }).waitFor();
    await row(shell, 'heading').filter({ hasText: '<img src=x onerror=alert(1)>' }).waitFor();
    expect(await page.locator('.panel img').count()).toBe(0);
    await eventually(async () =>
      expect(await row(shell, 'heading').getAttribute('data-mark')).toBe('edited'),
    );

    // By keyboard: a mistake is reported, Escape changes nothing, and the focus returns.
    const focused = page.locator('[data-row]:focus', { hasText: 'Edit heading' });
    await focused.waitFor();
    await page.keyboard.press('Enter');
    await page.getByLabel('Type').selectOption('JSON');
    await fillValue(shell, '{');
    await page.keyboard.press('Control+Enter');
    await page
      .getByRole('alert')
      .filter({ hasText: /^Not JSON: / })
      .waitFor();
    await page.keyboard.press('Escape');
    await focused.waitFor();

    // A property of another type: the phone's own warning. The panel shows the converted value.
    await page.getByRole('button', { name: 'Components' }).click();
    await page
      .getByRole('button', { name: /login-button/ })
      .first()
      .click();
    await edit(shell, 'label', 'String', '进来');
    await phone.getByText('进来').waitFor();
    await edit(shell, 'label', 'Null');
    await page
      .getByRole('alert')
      .filter({ hasText: 'property "label" received type-incompatible value: expected <String>' })
      .waitFor();
    await row(shell, 'label').filter({ hasText: '""' }).waitFor();

    // A value that the mini-program sets afterwards no longer counts as an edit.
    await reset(shell, /^Reset 2 edits/).waitFor();
    await edit(shell, 'words', 'String', 'x');
    await reset(shell, /^Reset 3 edits/).waitFor();
    await eventually(async () =>
      expect(await page.locator('.mark-word').allTextContents()).toEqual(['edited', 'edited', 'edited']),
    );
    await page.keyboard.press('z');
    await reset(shell, /^No edits/).waitFor();
    await phone.getByText('授权登录').first().waitFor();
    expect(await phone.getByText('<img').count()).toBe(0);
    expect(await phone.evaluate(() => window.previewPhone?.events.map((event) => event.kind))).toEqual(
      expect.arrayContaining(['outside']),
    );
    expect(await phone.evaluate(() => window.previewPhone?.recording.steps[0])).toMatchObject({
      kind: 'other',
      what: 'data of pages/user/user was edited: "heading" is "<img src=x onerror=alert(1)>"',
    });
  });

  test('one click opens the data of an inspected element', async () => {
    const shell = await site.open('?scene=guest-button&panel=inspect&device=375&lang=en');
    const { page } = shell;
    const phone = await shell.phone();
    const box = await phone.locator('wx-button', { hasText: '授权登录' }).evaluate((element) => {
      const { left, top } = element.getBoundingClientRect();
      return { x: left + 3, y: top + 10 };
    });
    await page.getByRole('application').click({ position: box });
    await page.getByRole('button', { name: 'Data of components/login-button/login-button' }).click();
    await page.locator('.component .leaf[data-chosen="true"][aria-expanded="true"]').waitFor();
    expect(await row(shell, 'openType').textContent()).toContain('"getUserInfo"');
  });

  test('storage: types, sizes and limits; added, changed, deleted, cleared, and reset', async () => {
    const shell = await site.open('?scene=member&panel=storage&lang=en');
    const { page } = shell;
    const phone = await shell.phone();
    const stored = () => phone.evaluate(() => window.previewPhone?.phone.storage ?? {});
    const before = await stored();
    // The mini-program stores a value itself.
    await phone.evaluate(() => window.previewPhone?.phone.wx.setStorageSync('colour', 'green'));
    await row(shell, 'colour').filter({ hasText: 'String · 12 B' }).waitFor();
    await edit(shell, 'colour', 'JSON', '{"a": [1]}');
    await row(shell, 'colour').filter({ hasText: 'Object' }).waitFor();
    expect((await stored()).colour).toEqual({ a: [1] });
    await row(shell, 'colour')
      .getByRole('button', { name: /colour/ })
      .first()
      .click();
    await edit(shell, '0', 'Number', '2');
    await page.waitForFunction(
      () => JSON.stringify(window.frames[0]?.previewPhone?.phone.storage.colour) === '{"a":[2]}',
    );

    const form = page.getByRole('form', { name: 'Add' });
    await form.getByLabel('Key').fill('when');
    await form.getByLabel('Type').selectOption('Date');
    await form.getByLabel('Value').fill('2026-01-31');
    await form.getByRole('button', { name: 'Add' }).click();
    await row(shell, 'when').filter({ hasText: 'Date' }).waitFor();
    // More than 1 MB: the phone's own error.
    expect(
      await phone.evaluate(() => window.previewPhone?.live.storage.set(['much'], 'x'.repeat(1024 * 1024))),
    ).toEqual({ ok: false, messages: ['setStorage:fail entry size limit reached'] });
    await form.getByLabel('Key').fill('when');
    await form.getByRole('button', { name: 'Add' }).click();
    await form.getByRole('alert').filter({ hasText: 'The key “when” already exists' }).waitFor();
    expect(await page.locator('.usage').textContent()).toMatch(/of 10\.00 MB$/);

    await page.getByRole('button', { name: 'Delete when' }).click();
    await row(shell, 'when').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await page.getByText('Storage is empty').waitFor();
    await page.locator('.panel').press('z');
    await row(shell, 'colour').filter({ hasText: '"green"' }).waitFor();
    expect(await stored()).toEqual({ ...before, colour: 'green' });
  });
});
