/** Chromium for the browser tests. Without a Chromium they are skipped; in CI they fail. */
import { type Browser, type BrowserServer, chromium, type LaunchOptions } from 'playwright-core';
import { findChromium as findAnywhere, launchOptions } from '../../preview/cli/chromium';
import { borrow, inWorkshop } from './borrow';
import { describeSkipped } from './skipped';

/** The path of a Chromium; null if none is installed. */
const findChromium = (): string | null => findAnywhere(chromium.executablePath());

const HELP =
  'No Chromium found. Install one, or set CHROMIUM_PATH to its executable, to run the tests in test/browser.';

/**
 * `describe` for tests that need a browser. Without a browser they are skipped, and the end of the run prints the
 * reason. With `CI=true` they fail instead, because a run without them is incomplete.
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
 * Returns a browser: in a workshop (workshop.ts) a connection to the shared one, otherwise a new one. Close it in
 * `afterAll`; that closes the contexts and pages opened through it.
 * @throws Error when no Chromium is installed.
 */
export async function launchChromium(): Promise<Browser> {
  return inWorkshop() ? chromium.connect(await borrow('browser')) : chromium.launch(options());
}

/**
 * Starts a browser server; tests connect to it by WebSocket.
 * @throws Error when no Chromium is installed.
 */
export function serveChromium(): Promise<BrowserServer> {
  return chromium.launchServer({ ...options(), host: '127.0.0.1' });
}
