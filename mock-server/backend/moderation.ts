/** Refuses texts in a profile, like backends that use WeChat's msgSecCheck. */
import { Refusal } from './replies';
import type { ProfileChange } from './user-info';

/** The words that the mock refuses by default. */
export const BLOCKED_WORDS: readonly string[] = ['违规', '赌博', '代开发票'];

/** The names of the fields in texts for the user. */
const LABELS = { nickName: '昵称', title: '签名' } as const;

/** Removes spaces and invisible characters, which could hide a word. */
const plain = (text: string) => text.replace(/[\s\p{Cf}]/gu, '').toLowerCase();

/** @throws Refusal 400 with the field, and with a text for the user: `昵称含有违规内容` */
export function moderate(change: ProfileChange, blockedWords: readonly string[]): void {
  for (const [field, label] of Object.entries(LABELS) as [keyof typeof LABELS, string][]) {
    const text = plain(change[field] ?? '');
    if (blockedWords.some((word) => text.includes(plain(word)))) {
      throw new Refusal(400, `${label}含有违规内容`, undefined, field);
    }
  }
}
