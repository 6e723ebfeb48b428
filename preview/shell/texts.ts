/** The shell's own words, by language. The product and WeChat's screen are Chinese always. */
import { en } from './words/en';
import { type Texts, zh } from './words/zh';

export type { Texts };
export type Language = 'zh' | 'en';

/** All words of a language. */
export const textsOf = (language: Language): Texts => (language === 'zh' ? zh : en);

/** The language of a browser that prefers these, in order. */
export function preferredLanguage(preferences: readonly string[]): Language {
  const first = preferences.find((tag) => /^(zh|en)\b/i.test(tag));
  return first && /^zh/i.test(first) ? 'zh' : 'en';
}
