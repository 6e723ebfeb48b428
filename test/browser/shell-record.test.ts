/** A recording of the preview: its code equals a passing test, and a scene. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { useBrowserSite } from '../support/browser-site';
import { describeInBrowser } from '../support/chromium';
import { eventually } from '../support/eventually';

jest.setTimeout(120_000);

/** The pasted recording, which the headless stage runs as a test. */
const pasted = readFileSync(path.resolve(__dirname, '../headless/recorded.test.ts'), 'utf8');

describeInBrowser('record', () => {
  const site = useBrowserSite();

  test('refused, then granted in the settings, then killed: copied as the test in test/headless', async () => {
    const { page, phone } = await site.open('?scene=guest-button&lang=en', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const frame = await phone();
    await page.keyboard.press('r');
    await eventually(() => expect(new URL(page.url()).searchParams.get('panel')).toBe('record'));
    await frame.locator('wx-button', { hasText: '授权登录' }).click();
    await frame.getByRole('button', { name: '拒绝' }).click();
    await frame.getByRole('button', { name: '授权', exact: true }).click();
    await frame.getByRole('switch').click();
    await frame.getByRole('button', { name: '返回' }).last().click();
    await frame.getByText('林小满').first().waitFor();
    await page.getByRole('button', { name: 'Kill and relaunch' }).click();
    await phone();
    await frame.getByText('林小满').first().waitFor();

    await eventually(async () =>
      expect(await page.locator('.recorded li').allTextContents()).toEqual([
        'tap “授权登录”',
        'authorize.deny()',
        'modal.confirm()',
        'settings.set(scope.userInfo, true)',
        'settings.back()',
        'kill and relaunch',
      ]),
    );
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('button', { name: 'Copy as a test' }).click();
    await page.getByText('Copied', { exact: true }).waitFor();
    const code = await clipboard();
    expect(pasted).toContain(code);

    await page.getByRole('button', { name: 'Copy as a scene' }).click();
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith("'guest"));
    expect(await clipboard()).toBe(`'guest-button-recorded': {
  ...scenes['guest-button'],
  title: 'guest-button, recorded',
  steps: [
    ...(scenes['guest-button']?.steps ?? []),
    { tap: '授权登录' },
    { answer: 'authorize', with: 'deny' },
    { answer: 'modal', with: 'confirm' },
    { answer: 'settings', set: { 'scope.userInfo': true } },
    // A scene has no step for this: {"kind":"relaunch"}
  ],
},
`);

    // Another scene starts an empty recording. Typing is a step with the field's name.
    await page.click('[data-scene="guest"]');
    await page.getByText('No steps yet').waitFor();
    await phone();
    await frame.locator('input[type="text"], wx-input input').first().fill('小满');
    // The keyboard covers the button until Enter closes it.
    await page.keyboard.press('Enter');
    await frame.locator('wx-button', { hasText: '保存' }).click();
    await page.locator('.recorded li', { hasText: '保存' }).waitFor();
    expect((await page.locator('.recorded li').allTextContents())[0]).toMatch(/^type “小满” → nick/);
  });
});
