/** Bytes, base64 and random text, for Node and browsers (no Buffer). */

/** Random bytes for later calls: a call of getRandomValues costs the same for 1 byte and for some thousand. */
const pool = new Uint8Array(4096);
let used = pool.length;

/** `count` random bytes (at most 4096) from the platform's CSPRNG. No byte is used twice. */
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

/**
 * Random URL-safe text of this length (at most 4096). Each character has six random bits from the platform's CSPRNG.
 */
export function randomText(length: number): string {
  const codes = randomBytes(length);
  for (let i = 0; i < length; i += 1) codes[i] = URL_SAFE[(codes[i] ?? 0) & 63] ?? 0;
  return String.fromCharCode.apply(null, codes as unknown as number[]);
}

/** A number of arguments that every engine supports in one call. */
const SLICE = 8192;

/** Encodes bytes as standard base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += SLICE) {
    // `apply` reads the bytes by index. The spread operator uses an iterator, which takes five times as long.
    text += String.fromCharCode.apply(null, bytes.subarray(at, at + SLICE) as unknown as number[]);
  }
  return btoa(text);
}

/**
 * Decodes standard base64.
 * @throws Error if the text is not base64
 */
export function fromBase64(text: string): Uint8Array {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) throw new Error('not base64');
  const binary = atob(text);
  // `Uint8Array.from` uses an iterator, which takes five times as long.
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
