/** Plays the flow of test/frameworks in Vitest with Taro's output. */
import { launch } from 'miniprogram-phone';
import type { ElementHandle, Target } from 'miniprogram-phone/headless';
import { expect, test } from 'vitest';
import { flowSteps } from './steps';

const list = <T>(value: T | readonly T[] = []): readonly T[] => (Array.isArray(value) ? value : [value as T]);

test('Taro plays the flow', async () => {
  const { stage } = await launch(undefined, { project: 'taro' });
  await stage.open('pages/list/list');
  for (const [index, step] of flowSteps().entries()) {
    const page = stage.page;
    if (step.tap !== undefined) await page.tap(step.tap as Target);
    else if (step.input !== undefined) await page.input(...(step.input as [Target, string]));
    else if (step.pullDown) await page.pullDown();
    else if (step.back) await stage.back();
    else if (step.relaunch) {
      stage.kill();
      await stage.open('pages/list/list');
    } else throw new Error(`step ${index + 1} does what this test does not know`);

    const shown = stage.page;
    const where = `step ${index + 1}`;
    for (const text of list(step.has)) expect(shown.has(text), `${where}: ${text}`).toBe(true);
    for (const text of list(step.lacks)) expect(shown.has(text), `${where}: no ${text}`).toBe(false);
    for (const [target, count] of Object.entries(step.count ?? {}))
      expect(shown.findAll(target), `${where}: ${target}`).toHaveLength(count);
    for (const [target, value] of Object.entries(step.values ?? {}))
      expect((shown.find(target) as ElementHandle).value, `${where}: ${target}`).toEqual(value);
    if (step.title !== undefined) expect(shown.title, where).toBe(step.title);
    if (step.pages !== undefined)
      expect(
        stage.pages.map(({ route }) => route),
        where,
      ).toEqual(step.pages);
  }
});
