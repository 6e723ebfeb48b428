/** Detects text files that are not UTF-8. */

export const NOT_UTF8 = 'this file is not UTF-8 (is it UTF-16?): save it as UTF-8';

/**
 * Was the file in another encoding? Bytes that are not UTF-8 become U+FFFD, and UTF-16 has zero bytes between letters.
 */
export const isOtherEncoding = (text: string): boolean => /^\uFFFD\uFFFD|^[^\0]\0[^\0]\0/.test(text);
