/** Finds and starts the Chromium that takes the pictures. Playwright's own download is not needed. */
import { existsSync } from 'node:fs';
import type { Browser, LaunchOptions } from 'playwright-core';

const USUAL_PLACES = [
  // For the same page, chromium-headless-shell needs half the CPU time of chromium.
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
 * The path of a Chromium: `CHROMIUM_PATH`, else a usual place, else Playwright's download.
 * @param downloaded path of Playwright's download: `chromium.executablePath()`
 * @returns null if there is none
 */
export function findChromium(downloaded: string): string | null {
  const { CHROMIUM_PATH } = process.env;
  const places = CHROMIUM_PATH ? [CHROMIUM_PATH] : [...USUAL_PLACES, downloaded];
  return places.find((place) => place !== '' && existsSync(place)) ?? null;
}

/**
 * Features that Playwright 1.65 disables. Chromium only uses the last `--disable-features`, so ours must repeat them.
 * Source: chromiumSwitches.ts in playwright-core.
 */
const OFF_FOR_PLAYWRIGHT = [
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
 * Features that are disabled for speed. Each new page opens a window. Each window loads the pop-up of its address bar
 * (60 modules) and keeps a spare renderer: together 40 % of the processor time of a page with one phone.
 */
const OFF_FOR_SPEED = [
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
  'WebUIOmniboxFullPopup',
  'PreloadTopChromeWebUI',
  'SpareRendererForSitePerProcess',
];

/** Playwright's options to start the Chromium at this path. */
export const launchOptions = (executablePath: string): LaunchOptions => ({
  executablePath,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--disable-features=${[...OFF_FOR_PLAYWRIGHT, ...OFF_FOR_SPEED].join(',')}`,
  ],
});

/**
 * Starts a Chromium.
 * @throws Error that names the missing program: playwright-core is an optional peer dependency, for pictures only
 */
export async function startChromium(): Promise<Browser> {
  const playwright = await import('playwright-core').catch(() => undefined);
  if (playwright === undefined) {
    throw new Error('Pictures need the package playwright-core: install it, e.g. npm i -D playwright-core');
  }
  const executablePath = findChromium(playwright.chromium.executablePath());
  if (executablePath === null) {
    throw new Error('No Chromium found: install one, or set CHROMIUM_PATH to its executable.');
  }
  return playwright.chromium.launch(launchOptions(executablePath));
}
