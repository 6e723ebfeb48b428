/** The shell's texts by language. The mini-program and WeChat's part of the screen are always Chinese. */
import { en } from './words/en';
import { type Texts, zh } from './words/zh';

export type { Texts };
export type Language = 'zh' | 'en';

/** All texts of a language. */
export const textsOf = (language: Language): Texts => (language === 'zh' ? zh : en);

/** The shell's language for the browser's preferences: the first one that is Chinese or English; else English. */
export function preferredLanguage(preferences: readonly string[]): Language {
  const first = preferences.find((tag) => /^(zh|en)\b/i.test(tag));
  return first && /^zh/i.test(first) ? 'zh' : 'en';
}
