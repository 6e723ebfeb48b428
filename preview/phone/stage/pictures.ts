/** Pictures: where they are, and when they are there. */
import type { Phone } from '../../../simulator/types';
import { assetUrl } from './bars';

/** What the mock answers to a GET of this URL; undefined for any other URL. */
export type AnswerPicture = (url: string) => Promise<Response | undefined>;

/** Turns a `src` into what an `<img>` can show. */
export interface Pictures {
  /** @param owner path of the page or component that names the picture. */
  urlOf(src: string, owner: string): string | Promise<string>;
  /** Lets go of the pictures in memory. */
  release(): void;
}

/** Pictures whose request to the mock has not been answered yet. */
const underWay = new Set<Promise<string>>();

/**
 * Pictures of one phone: its temporary files (`wxfile://…`), those of the package, relative to the unit that names
 * them, and those of the network, taken as they are.
 * @param answer Where no service worker runs, an `<img>` would pass the mock by: then it is asked first.
 */
export function createPictures(phone: Phone, answer: AnswerPicture | null = null): Pictures {
  const inMemory = new Map<string, string>();
  /** File → the bytes that its URL shows. */
  const drawn = new Map<string, { bytes: Uint8Array; url: string }>();

  function keep(src: string, bytes: Blob): string {
    const url = URL.createObjectURL(bytes);
    inMemory.set(src, url);
    return url;
  }

  /** A file may have been written anew, or be gone with its process: then there is no picture. */
  function fileUrl(src: string): string {
    const file = phone.file(src);
    if (file === undefined) return src;
    const known = drawn.get(src);
    if (known?.bytes === file.bytes) return known.url;
    if (known !== undefined) URL.revokeObjectURL(known.url);
    const url = keep(src, new Blob([file.bytes.slice()], { type: file.type }));
    drawn.set(src, { bytes: file.bytes, url });
    return url;
  }

  function ask(src: string, mock: AnswerPicture): Promise<string> {
    const asked = mock(src)
      .then(async (response) => (response?.ok ? keep(src, await response.blob()) : src))
      .catch(() => src)
      .finally(() => underWay.delete(asked));
    underWay.add(asked);
    return asked;
  }

  return {
    urlOf(src, owner) {
      if (src.startsWith('wxfile://')) return fileUrl(src);
      const known = inMemory.get(src);
      if (known !== undefined) return known;
      if (answer && /^https?:/i.test(src)) return ask(src, answer);
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
  await Promise.all(underWay);
  const pictures = [...document.images].filter(
    (picture) => !picture.complete && picture.loading !== 'lazy' && picture.getClientRects().length > 0,
  );
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
  await new Promise((resolve) => {
    setTimeout(resolve, PATIENCE);
    requestAnimationFrame(() => requestAnimationFrame(resolve));
  });
}
