/** Chromium for the browser tests: where there is none, they are skipped, or fail in CI. */
import { type Browser, type BrowserServer, chromium, type LaunchOptions } from 'playwright-core';
import { findChromium as findAnywhere, launchOptions } from '../../preview/cli/chromium';
import { borrow, inWorkshop } from './borrow';
import { describeSkipped } from './skipped';

/** The path of a Chromium; null when there is none. */
export const findChromium = (): string | null => findAnywhere(chromium.executablePath());

const HELP =
  'No Chromium found. Install one, or set CHROMIUM_PATH to its executable, to run the tests in test/browser.';

/**
 * `describe` for tests that need a browser. Without one they are skipped, which the end of the run says; under `CI=true`
 * they fail: a run without them is not complete.
 */
export function describeInBrowser(name: string, tests: () => void): void {
  if (findChromium() !== null) {
    describe(name, tests);
    return;
  }
  if (process.env.CI === 'true') {
    test(name, () => {
      throw new Error(HELP);
    });
    return;
  }
  describeSkipped(name, HELP, tests);
}

function options(): LaunchOptions {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(HELP);
  return launchOptions(executablePath);
}

/**
 * A browser: in a browser test the one that all of them share (workshop.ts), otherwise one of its own. Close it in
 * `afterAll`; that closes what was opened through it.
 * @throws Error when there is none.
 */
export async function launchChromium(): Promise<Browser> {
  return inWorkshop() ? chromium.connect(await borrow('browser')) : chromium.launch(options());
}

/**
 * Starts a browser that others connect to.
 * @throws Error when there is none.
 */
export function serveChromium(): Promise<BrowserServer> {
  return chromium.launchServer({ ...options(), host: '127.0.0.1' });
}
