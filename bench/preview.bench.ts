/** Benchmark of the preview: the time until one phone is ready, and from a save to new pixels. */
import { launchChromium } from '../test/support/chromium';
import type { Bench } from './bench';
import { saves } from './preview/saves';
import { visitRows } from './preview/visits';

export default {
  title: 'The preview',
  note: 'Headless Chromium; from the start of the navigation to a phone that has settled; medians.',
  async run(progress) {
    const browser = await launchChromium();
    try {
      return [...(await visitRows(browser, progress)), ...(await saves(browser, progress))];
    } finally {
      await browser.close();
    }
  },
} satisfies Bench;
