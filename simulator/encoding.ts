/** Texts that were not written as UTF-8. */

/** The message for a text in another encoding. */
export const NOT_UTF8 = 'this file is not UTF-8 (is it UTF-16?): save it as UTF-8';

/** Was the file in another encoding? The marks of UTF-16 are bytes that UTF-8 does not have. */
export const isOtherEncoding = (text: string): boolean => /^\uFFFD\uFFFD|^[^\0]\0[^\0]\0/.test(text);
