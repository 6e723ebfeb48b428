/** Pictures: where they are, and when they are there. */
import { assetUrl } from './bars';

/** A picture of the package, relative to the unit that names it; what has a scheme is taken as it is. */
export function pictureUrl(src: string, owner: string): string {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(src)) return src;
  const path = src.startsWith('/') ? src : new URL(src, `https://root/${owner}`).pathname;
  return assetUrl(path);
}

/** At most so long, ms: a frame in the background is never drawn. */
const PATIENCE = 50;

/** Resolves after the pictures that are on the way, and the frame in which they are drawn. */
export async function painted(): Promise<void> {
  const pictures = [...document.images].filter(
    (picture) => !picture.complete && picture.loading !== 'lazy' && picture.getClientRects().length > 0,
  );
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
  await new Promise((resolve) => {
    setTimeout(resolve, PATIENCE);
    requestAnimationFrame(() => requestAnimationFrame(resolve));
  });
}
