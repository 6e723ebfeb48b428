/** A mini-program whose WXML leans on WXS: the same in test/browser/wxs-app.test.ts. */
import { FAILURES, HANDLED, TEXTS } from '../support/wxs-app';
import { stageOf } from './support/app';

const ROOT = 'test/fixtures/apps/wxs';

it('what WXS makes of data', async () => {
  const { stage, reports } = stageOf(ROOT);
  const page = await stage.open('pages/values/values');
  const texts = Object.keys(TEXTS).map((id) => [id, page.find(`#${id}`).text()]);
  expect(Object.fromEntries(texts)).toEqual(TEXTS);
  expect(page.find('#class').classes).toEqual(['x', 'y', 'z']);
  expect(page.data.list).toEqual(['a', 'b']);
  expect(reports.map((text) => text.split(' (')[0])).toEqual(FAILURES);
});

it('handlers and observers', async () => {
  const { stage } = stageOf(ROOT);
  const page = await stage.open('pages/handlers/handlers');
  await stage.settle();
  await page.tap('#stop');
  await page.tap('#stop');
  expect(page.data).toMatchObject({ told: HANDLED.slice(0, 3), outer: 0 });
  await page.tap('#go');
  expect(page.data).toMatchObject({ told: HANDLED.slice(0, 4), outer: 1 });
  await page.tap('#change');
  await stage.settle();
  expect(page.data.told).toEqual(HANDLED.slice(0, 5));
  // What WXS has set stays when WXML sets its own.
  expect([...page.find('#stop').classes].sort()).toEqual(['first', 'hit', 'item', 'more']);
  expect(page.find('#stop').dom.getAttribute('style')).toMatch(/top: 2px.*color: rgb\(1, 2, 3\)/);
  await page.tap('#later');
  await stage.settle();
  await page.tap('#frame');
  await stage.settle();
  expect(page.data.told).toEqual(HANDLED);
});
