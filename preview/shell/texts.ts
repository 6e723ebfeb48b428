/**
 * The shell's texts by language. The texts of the mini-program and of WeChat's part of the screen are always Chinese.
 */
import { en } from './words/en';
import { type Texts, zh } from './words/zh';

export type Language = 'zh' | 'en';

/** All texts of a language. */
export const textsOf = (language: Language): Texts => (language === 'zh' ? zh : en);

/** The shell's language: the first of the browser's preferred languages that is Chinese or English, else English. */
export function preferredLanguage(preferences: readonly string[]): Language {
  const first = preferences.find((tag) => /^(zh|en)\b/i.test(tag));
  return first && /^zh/i.test(first) ? 'zh' : 'en';
}
