/** Draws a phone's document, which the shell has serialised, in a new Chromium. */
import type { Route } from 'playwright-core';
import type { DevicePreset } from '../../devices';
import { openDialogs } from '../../shell/sheet/scene-snapshot';
import { startChromium } from '../chromium';
import { framed } from './frame';

/** Input of `drawPicture`. */
interface Drawing {
  /** The document; its scripts do not run. */
  html: string;
  device: DevicePreset;
  theme: 'light' | 'dark';
  /** Pixels for each CSS px. */
  scale: number;
  frame: boolean;
}

/** URL of the document. The host does not exist: `load` fulfils the request. */
const DOCUMENT_URL = 'http://picture.invalid/';

/** Time limit for loading images and fonts from other hosts, ms. */
const TIME_LIMIT = 15_000;

/**
 * Handles a request of the page: fulfils the document's URL with `html`, lets images and fonts load, and aborts all
 * others.
 */
async function load(route: Route, html: string): Promise<void> {
  const request = route.request();
  if (request.url() === DOCUMENT_URL)
    return route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': "script-src 'none'; frame-src 'none'; object-src 'none'" },
      body: html,
    });
  return ['image', 'font'].includes(request.resourceType()) ? route.continue() : route.abort();
}

/**
 * Draws the document.
 * @returns PNG
 * @throws Error that names the missing program, or that a time limit has passed
 */
export async function drawPicture({ html, device, theme, scale, frame }: Drawing): Promise<Buffer> {
  const browser = await startChromium();
  try {
    const page = await browser.newPage({
      viewport: { width: device.width, height: device.height },
      deviceScaleFactor: scale,
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    });
    await page.route('**', (route) => load(route, html));
    await page.goto(DOCUMENT_URL, { waitUntil: 'load', timeout: TIME_LIMIT });
    await page.evaluate(() => {
      const roots = [
        document,
        ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []),
      ];
      for (const element of roots.flatMap((root) => [...root.querySelectorAll('[data-scrolled]')])) {
        const [left = 0, top = 0] = (element.getAttribute('data-scrolled') ?? '').split(' ').map(Number);
        element.scrollTo({ left, top, behavior: 'instant' });
      }
    });
    await page.evaluate(openDialogs, undefined);
    // The first picture of a tab may lack the fonts: take it twice.
    await page.screenshot();
    const picture = await page.screenshot({ animations: 'disabled' });
    return frame ? framed(picture, device, theme, scale) : picture;
  } finally {
    await browser.close();
  }
}
