/** Finds a Chromium for the browser tests, and starts it. Playwright's own download is not needed. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserServer, chromium, type LaunchOptions } from 'playwright-core';
import { borrow, inWorkshop } from './borrow';
import { describeSkipped } from './skipped';

const usualPlaces = [
  // A Chromium without windows: half the processor time for the same page.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The path of a Chromium: `CHROMIUM_PATH`, else the usual places, else one that Playwright has downloaded.
 * null when there is none.
 */
export function findChromium(): string | null {
  const { CHROMIUM_PATH } = process.env;
  const places = CHROMIUM_PATH ? [CHROMIUM_PATH] : [...usualPlaces, chromium.executablePath()];
  return places.find((place) => place !== '' && existsSync(place)) ?? null;
}

/**
 * What Playwright 1.65 switches off. Chromium takes the last `--disable-features` only, so ours has to name these, too.
 * Source: chromiumSwitches.ts in playwright-core.
 */
const offForPlaywright = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/**
 * Each new page opens a window, and each window loads the pop-up of its address bar (a page of 60 modules) and keeps a
 * renderer in reserve: together 40 % of the processor time of a test that opens one phone.
 */
const offForSpeed = [
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
  'WebUIOmniboxFullPopup',
  'PreloadTopChromeWebUI',
  'SpareRendererForSitePerProcess',
];

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
  return {
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-features=${[...offForPlaywright, ...offForSpeed].join(',')}`,
    ],
  };
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
