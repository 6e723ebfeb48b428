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

/** The 64 characters of URL-safe base64. */
const URL_SAFE = Uint8Array.from(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
  (character) => character.charCodeAt(0),
);

/** Random text of this length (at most 4096), URL-safe: six bits of the platform's CSPRNG in every character. */
export function randomText(length: number): string {
  const codes = randomBytes(length);
  for (let i = 0; i < length; i += 1) codes[i] = URL_SAFE[(codes[i] ?? 0) & 63] ?? 0;
  return String.fromCharCode.apply(null, codes as unknown as number[]);
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

/**
 * The bytes that a standard base64 text stands for.
 * @throws Error when the text is not base64.
 */
export function fromBase64(text: string): Uint8Array {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) throw new Error('not base64');
  const binary = atob(text);
  // `Uint8Array.from` would walk an iterator, at five times the cost.
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
