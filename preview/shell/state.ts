/** The shell's state: the choices (also in the URL), the language, and its texts. */

import list from 'virtual:phone/scenes';
import { batch, computed, signal } from '@preact/signals';
import { changed, closed, opened, phonesOf, selectedOf, withPages } from './beside/differences';
import { firstSlots, type Slots, slotsAfter, slotsWithout } from './beside/slots';
import { type Choices, formatChoices, parseChoices, setDefaultScene } from './choices';
import { type Language, preferredLanguage, textsOf } from './texts';

setDefaultScene(list.start);

const LANGUAGE_KEY = 'preview-language';

/** Reads a text from local storage. Empty: there is no such text, or access is forbidden (private window, file://). */
function remembered(key: string): string {
  try {
    return window.localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/** Stores a text in local storage for the next visit. Does nothing if access is forbidden. */
function remember(key: string, value: string): void {
  try {
    window.localStorage.setItem(key, value);
  } catch {
    // Access is forbidden.
  }
}

/** The current choices. Change them with `choose`. */
export const choices = signal<Choices>(parseChoices(window.location.search));

/** The choices of every phone, the first phone first. */
export const phones = computed(() => phonesOf(choices.value));

/** The frame of each phone. */
export const slots = signal<Slots>(firstSlots);

/** Index of the selected phone. Controls, panels and shortcuts apply to it. */
export const selected = computed(() => selectedOf(choices.value));

/** The choices of the selected phone. */
export const current = computed(() => phones.value[selected.value] ?? choices.value);

/** For each frame: the page on top, with its query; null: it is the chosen page. It is not a part of the choices. */
const shownPages = signal<readonly (string | null)[]>([]);

/** The page on top of the selected phone; null: it is the chosen page. */
export const shownPage = computed(() => shownPages.value[slots.value[selected.value] ?? 0] ?? null);

function addressOf(of: Choices): string {
  const shown = slots.peek().map((slot) => shownPages.peek()[slot] ?? null);
  return `${window.location.pathname}${formatChoices(withPages(of, shown))}`;
}

/** Writes the page on top of a phone into the URL, so that a reload or a copied link opens this page. */
export function followPage(index: number, page: string): void {
  const chosen = phones.peek()[index]?.page;
  const own = slots.peek()[index];
  const shown = page === chosen ? null : page;
  shownPages.value = firstSlots.map((slot) => (slot === own ? shown : (shownPages.peek()[slot] ?? null)));
  const url = addressOf(choices.peek());
  if (url !== window.location.pathname + window.location.search) window.history.replaceState(null, '', url);
}

/** Does this change restart the scene? Then the phone shows the chosen page again. */
const startsSceneAgain = (before: Choices | undefined, after: Choices | undefined): boolean =>
  !before ||
  !after ||
  (['scene', 'page', 'era', 'sdk', 'font'] as const).some((key) => before[key] !== after[key]);

/** @param moved the slots after the change; default: computed from the phones before and after */
function take(next: Choices, how: 'push' | 'replace', moved?: Slots): void {
  if (formatChoices(next) === formatChoices(choices.peek())) return;
  const before = phones.peek();
  const after = phonesOf(next);
  const old = slots.peek();
  const now = moved ?? slotsAfter(old, before, after);
  shownPages.value = shownPages
    .peek()
    .map((page, slot) =>
      startsSceneAgain(before[old.indexOf(slot)], after[now.indexOf(slot)]) ? null : page,
    );
  // Change both signals together: otherwise a phone would be drawn with the choices of another phone.
  batch(() => {
    slots.value = now;
    const url = addressOf(next);
    if (how === 'push') window.history.pushState(null, '', url);
    else window.history.replaceState(null, '', url);
    choices.value = next;
  });
}

/**
 * Changes choices and the URL. Choices of a phone change the selected phone.
 * @param how `push`: adds a history entry, so the browser's back button undoes the change; `replace`: adds none
 */
export function choose(change: Partial<Choices>, how: 'push' | 'replace' = 'push'): void {
  take(changed(choices.peek(), change), how);
}

/** Opens one more phone beside the others. */
export const openBeside = (): void => take(opened(choices.peek()), 'push');

/** Closes the phone of this index, from 1: the first phone stays. */
export const closeBeside = (index: number): void =>
  take(closed(choices.peek(), index), 'push', slotsWithout(slots.peek(), index));

/** Selects the phone of this index. Does nothing if there is none. */
export function select(index: number): void {
  if (index < phones.peek().length) choose({ phone: (['', '2', '3', '4'] as const)[index] ?? '' }, 'replace');
}

/** The query after this change of the selected phone's choices, for links. */
export const queryWith = (change: Partial<Choices>): string => formatChoices(changed(choices.value, change));

/** Reads the choices from the URL again after the browser's back or forward button. */
export function followHistory(): void {
  window.addEventListener('popstate', () => {
    const next = parseChoices(window.location.search);
    batch(() => {
      shownPages.value = [];
      slots.value = slotsAfter(slots.peek(), phones.peek(), phonesOf(next));
      choices.value = next;
    });
  });
}

/** The language: the URL's, else the one that the user chose on an earlier visit, else the browser's. */
export const language = computed<Language>(() => {
  const chosen = choices.value.lang || remembered(LANGUAGE_KEY);
  return chosen === 'zh' || chosen === 'en' ? chosen : preferredLanguage(navigator.languages);
});

/** The shell's texts in the current language. */
export const texts = computed(() => textsOf(language.value));

/** Switches to the other language, and stores it for the next visit. */
export function switchLanguage(): void {
  const lang = language.peek() === 'zh' ? 'en' : 'zh';
  remember(LANGUAGE_KEY, lang);
  choose({ lang }, 'replace');
}

const HINT_KEY = 'preview-hint-seen';

/** Has the user closed the hint for new users? */
export const hintSeen = signal(remembered(HINT_KEY) !== '');

/** Closes the hint, and stores this for the next visit. */
export function dismissHint(): void {
  remember(HINT_KEY, 'yes');
  hintSeen.value = true;
}
