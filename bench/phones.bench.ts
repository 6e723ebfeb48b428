/** Benchmark of many phones in the preview: the sheet, changes of the scene, `npm run shots`. It takes minutes. */
import { launchChromium } from '../test/support/chromium';
import type { Bench } from './bench';
import { manyPhones } from './preview/many-phones';
import { shots } from './preview/shots';

export default {
  title: 'Many phones',
  note: 'Headless Chromium; from the start of the navigation to the last picture; medians of three.',
  async run(progress) {
    const browser = await launchChromium();
    try {
      return [...(await manyPhones(browser, progress)), shots(progress)];
    } finally {
      await browser.close();
    }
  },
} satisfies Bench;
