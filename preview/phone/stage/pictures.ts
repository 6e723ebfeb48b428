/** Pictures: where they are, and when they are there. */
import type { Phone } from '../../../simulator/types';
import { assetUrl } from './bars';

/** Turns a `src` into what an `<img>` can show. */
export interface Pictures {
  /** @param owner path of the page or component that names the picture. */
  urlOf(src: string, owner: string): string;
  /** Lets go of the pictures in memory. */
  release(): void;
}

/**
 * Pictures of one phone: its temporary files (`wxfile://…`), those of the package, relative to the unit that names
 * them, and those of the network, taken as they are.
 */
export function createPictures(phone: Phone): Pictures {
  const inMemory = new Map<string, string>();
  return {
    urlOf(src, owner) {
      const known = inMemory.get(src);
      if (known !== undefined) return known;
      const file = phone.file(src);
      if (file) {
        const url = URL.createObjectURL(new Blob([file.bytes.slice()], { type: file.type }));
        inMemory.set(src, url);
        return url;
      }
      if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(src)) return src;
      return assetUrl(src.startsWith('/') ? src : new URL(src, `https://root/${owner}`).pathname);
    },
    release() {
      for (const url of inMemory.values()) URL.revokeObjectURL(url);
      inMemory.clear();
    },
  };
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
