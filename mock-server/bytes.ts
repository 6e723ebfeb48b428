/** Bytes and their spellings, for Node and browsers alike (no Buffer). */

/** Asking the platform costs the same for 1 byte and for a few thousand, so it is asked for many at once. */
const pool = new Uint8Array(4096);
let used = pool.length;

/** `count` random bytes (at most 4096) from the platform's CSPRNG; no byte is given out twice. */
export function randomBytes(count: number): Uint8Array {
  if (used + count > pool.length) {
    globalThis.crypto.getRandomValues(pool);
    used = 0;
  }
  const bytes = pool.slice(used, used + count);
  pool.fill(0, used, used + count);
  used += count;
  return bytes;
}

/** How many arguments a function call surely takes. */
const SLICE = 8192;

/** Standard base64, padded. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += SLICE) {
    // `apply` reads the bytes by index; the spread operator would walk an iterator, at five times the cost.
    text += String.fromCharCode.apply(null, bytes.subarray(at, at + SLICE) as unknown as number[]);
  }
  return btoa(text);
}

/** URL-safe base64 without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The bytes that a standard base64 text stands for.
 * @throws Error when the text is not base64.
 */
export function fromBase64(text: string): Uint8Array {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) throw new Error('not base64');
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
