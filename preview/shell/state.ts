/** The shell's state: the choices, mirrored in the address bar, and the words in the language that follows. */

import list from 'virtual:phone/scenes';
import { computed, signal } from '@preact/signals';
import { type Choices, formatChoices, parseChoices, startWith } from './choices';
import { type Language, preferredLanguage, textsOf } from './texts';

startWith(list.start);

const LANGUAGE_KEY = 'preview-language';

/** Local storage may be forbidden (private windows, file://): then nothing is remembered. */
function remembered(key: string): string {
  try {
    return window.localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/** Keeps a text for the next visit, where the browser lets us. */
export function remember(key: string, value: string): void {
  try {
    window.localStorage.setItem(key, value);
  } catch {
    // Not remembered, then.
  }
}

/** What is chosen now. Change it with `choose`. */
export const choices = signal<Choices>(parseChoices(window.location.search));

/** The page that the phone shows now, with its query; null while it is the one that was chosen. Not a choice. */
export const shownPage = signal<string | null>(null);

/** The address follows what happens on the phone; a reload or a copied link then opens this page. */
export function followPage(page: string): void {
  shownPage.value = page === choices.peek().page ? null : page;
  const url = `${window.location.pathname}${formatChoices({ ...choices.peek(), page })}`;
  if (url !== window.location.pathname + window.location.search) window.history.replaceState(null, '', url);
}

/**
 * Takes choices, and writes them into the address bar: as a step that the browser's back button undoes (`push`), or
 * in place of the present one (`replace`), for what is no place to come back to.
 */
export function choose(change: Partial<Choices>, how: 'push' | 'replace' = 'push'): void {
  const next = { ...choices.peek(), ...change };
  const before = formatChoices(choices.peek());
  const after = formatChoices(next);
  if (after === before) return;
  const url = `${window.location.pathname}${after}`;
  shownPage.value = null;
  if (how === 'push') window.history.pushState(null, '', url);
  else window.history.replaceState(null, '', url);
  choices.value = next;
}

/** Follows the browser's back and forward buttons. */
export function followHistory(): void {
  window.addEventListener('popstate', () => {
    shownPage.value = null;
    choices.value = parseChoices(window.location.search);
  });
}

/** The URL's language, else the one chosen on an earlier visit, else the browser's. */
export const language = computed<Language>(() => {
  const chosen = choices.value.lang || remembered(LANGUAGE_KEY);
  return chosen === 'zh' || chosen === 'en' ? chosen : preferredLanguage(navigator.languages);
});

/** The words to draw with. */
export const texts = computed(() => textsOf(language.value));

/** The other language from now on, and on the next visit. */
export function switchLanguage(): void {
  const lang = language.peek() === 'zh' ? 'en' : 'zh';
  remember(LANGUAGE_KEY, lang);
  choose({ lang }, 'replace');
}

const HINT_KEY = 'preview-hint-seen';

/** Has the line for newcomers been put away? */
export const hintSeen = signal(remembered(HINT_KEY) !== '');

export function putHintAway(): void {
  remember(HINT_KEY, 'yes');
  hintSeen.value = true;
}
