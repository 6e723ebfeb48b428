/** Pictures: computes their URLs, and waits until they are drawn. */
import type { Phone } from '../../../simulator/types';
import { assetUrl } from './bars';

/** The mock's answer to a GET of this URL. undefined: the mock does not answer. */
export type AnswerPicture = (url: string) => Promise<Response | undefined>;

/** Turns a `src` into a URL for an `<img>`. */
interface Pictures {
  /** @param owner path of the page or component whose template contains the `src` */
  urlOf(src: string, owner: string): string | Promise<string>;
  /** Frees the pictures in memory. */
  release(): void;
}

/** Running requests for pictures. */
const underWay = new Set<Promise<string>>();

/**
 * Creates the picture URLs of one phone. A `src` is a file of the phone (`wxfile://…`), a file of the package (relative
 * to the page or component), or a URL of the network, which stays unchanged.
 * @param answer gets a picture from the mock. It is needed if no service worker runs: otherwise an `<img>` would load
 * its URL from the network.
 */
export function createPictures(phone: Phone, answer: AnswerPicture | null = null): Pictures {
  const inMemory = new Map<string, string>();
  /** File → its URL, and the bytes behind that URL. */
  const drawn = new Map<string, { bytes: Uint8Array; url: string }>();

  function keep(src: string, bytes: Blob): string {
    const url = URL.createObjectURL(bytes);
    inMemory.set(src, url);
    return url;
  }

  /**
   * URL of a file. It changes when the file is written again. For a deleted file the function returns `src`, which
   * displays nothing.
   */
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

/** Maximum wait for the drawing, ms. A frame in the background is never drawn. */
const MAX_WAIT = 50;

/** Resolves after the running requests for pictures have ended and the browser has drawn the pictures. */
export async function painted(): Promise<void> {
  await Promise.all(underWay);
  const pictures = [...document.images].filter(
    (picture) => !picture.complete && picture.loading !== 'lazy' && picture.getClientRects().length > 0,
  );
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
  await new Promise((resolve) => {
    setTimeout(resolve, MAX_WAIT);
    requestAnimationFrame(() => requestAnimationFrame(resolve));
  });
}
