/** The shell's state: the choices, mirrored in the address bar, and the words in the language that follows. */

import list from 'virtual:phone/scenes';
import { computed, signal } from '@preact/signals';
import { changed, closed, MOST, opened, phonesOf, selectedOf, withPages } from './beside/differences';
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

/** What every phone is told, the first one first. */
export const phones = computed(() => phonesOf(choices.value));

/** The index of the phone that controls, panels and keys are about. */
export const selected = computed(() => selectedOf(choices.value));

/** What that phone is told. */
export const current = computed(() => phones.value[selected.value] ?? choices.value);

/** The page that each phone shows now, with its query; null while it is the one that was chosen. Not a choice. */
const shownPages = signal<readonly (string | null)[]>([]);

/** The page of the selected phone; null as above. */
export const shownPage = computed(() => shownPages.value[selected.value] ?? null);

const addressOf = (of: Choices): string =>
  `${window.location.pathname}${formatChoices(withPages(of, shownPages.peek()))}`;

/** The address follows what happens on a phone; a reload or a copied link then opens this page. */
export function followPage(index: number, page: string): void {
  const chosen = phones.peek()[index]?.page;
  const next = Array.from({ length: MOST }, (_, at) => shownPages.peek()[at] ?? null);
  next[index] = page === chosen ? null : page;
  shownPages.value = next;
  const url = addressOf(choices.peek());
  if (url !== window.location.pathname + window.location.search) window.history.replaceState(null, '', url);
}

/** Does a phone start again with these choices? Then it shows the page that was chosen. */
const startsAgain = (before: Choices | undefined, after: Choices | undefined): boolean =>
  !before ||
  !after ||
  (['scene', 'page', 'era', 'sdk', 'font'] as const).some((key) => before[key] !== after[key]);

function take(next: Choices, how: 'push' | 'replace'): void {
  if (formatChoices(next) === formatChoices(choices.peek())) return;
  const after = phonesOf(next);
  const shown = shownPages.peek();
  shownPages.value = shown.map((page, at) => (startsAgain(phones.peek()[at], after[at]) ? null : page));
  const url = addressOf(next);
  if (how === 'push') window.history.pushState(null, '', url);
  else window.history.replaceState(null, '', url);
  choices.value = next;
}

/**
 * Takes choices, for the selected phone where they are a phone's, and writes them into the address bar: as a step that the
 * browser's back button undoes (`push`), or in place of the present one (`replace`), for what is no place to come back to.
 */
export function choose(change: Partial<Choices>, how: 'push' | 'replace' = 'push'): void {
  take(changed(choices.peek(), change), how);
}

/** One phone more beside the others. */
export const openBeside = (): void => take(opened(choices.peek()), 'push');

/** Takes the phone of this index away, which is not the first one. */
export const closeBeside = (index: number): void => take(closed(choices.peek(), index), 'push');

/** Controls and panels are about the phone of this index from now on. */
export function select(index: number): void {
  if (index < phones.peek().length) choose({ phone: (['', '2', '3', '4'] as const)[index] ?? '' }, 'replace');
}

/** The query that leads to these choices of the selected phone. */
export const queryWith = (change: Partial<Choices>): string => formatChoices(changed(choices.value, change));

/** Follows the browser's back and forward buttons. */
export function followHistory(): void {
  window.addEventListener('popstate', () => {
    shownPages.value = [];
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
