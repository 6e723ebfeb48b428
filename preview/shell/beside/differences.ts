/**
 * Phones beside the first one, as the URL says them: each is as the first one but for what it names, for example
 * `beside=theme:dark;device:320,era:legacy`. Pure.
 */
import { type Choices, isChoice, type PhoneChoices, phoneChoices } from '../choices';

/** Phones that stand beside each other at most. */
export const MOST = 4;

/** In what a phone differs from the first one. */
export type Difference = Partial<PhoneChoices>;

/** A phone that differs in nothing. */
const SAME = 'same';

/** What separates phones, and choices within one. */
const escaped = (text: string): string => text.replace(/[%;,\s]/g, encodeURIComponent);

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function differenceOf(text: string): Difference {
  const difference: Record<string, string> = {};
  for (const part of text.split(',')) {
    const colon = part.indexOf(':');
    const key = phoneChoices.find((one) => one === part.slice(0, Math.max(0, colon)));
    const value = unescaped(part.slice(colon + 1));
    // What is no choice counts as not written, so that an old link opens.
    if (key && isChoice(key, value)) difference[key] = value;
  }
  return difference as Difference;
}

/** The phones of `beside`, without the first one. */
export const parseBeside = (text: string): Difference[] =>
  text === ''
    ? []
    : text
        .split(';')
        .slice(0, MOST - 1)
        .map(differenceOf);

/** The value of `beside` for these phones. */
export const formatBeside = (differences: readonly Difference[]): string =>
  differences
    .map((difference) => {
      const parts = phoneChoices.flatMap((key) => {
        const value = difference[key];
        return value === undefined ? [] : [`${key}:${escaped(value)}`];
      });
      return parts.length === 0 ? SAME : parts.join(',');
    })
    .join(';');

/** The choices of every phone, the first one first. */
export const phonesOf = (choices: Choices): Choices[] => [
  choices,
  ...parseBeside(choices.beside).map((difference) => ({ ...choices, ...difference })),
];

/** The index of the phone that controls and panels are about. */
export function selectedOf(choices: Choices): number {
  const index = Number(choices.phone || '1') - 1;
  return Math.min(index, parseBeside(choices.beside).length);
}

/** Are taps, texts and scrolling on one phone done on the others, too? */
export const areLinked = ({ beside, linked }: Choices): boolean => beside !== '' && linked === '';

/**
 * The choices after a change. What belongs to a phone goes to the one that is selected: on the first one it changes those
 * beside it as well, where they do not differ in it; on another one it is a difference, unless it is as on the first.
 * Linked phones go to a page together.
 */
export function changed(choices: Choices, change: Partial<Choices>): Choices {
  const index = selectedOf({ ...choices, ...change });
  const differences = parseBeside(choices.beside);
  const own = differences[index - 1];
  const together = areLinked(choices) && change.page !== undefined;
  if (together) for (const difference of differences) delete difference.page;
  if (change.beside !== undefined || (!own && !together)) return { ...choices, ...change };
  const next: Record<string, string> = { ...choices, ...change };
  if (own) {
    for (const key of phoneChoices) {
      const value = change[key];
      if (value === undefined || (key === 'page' && together)) continue;
      next[key] = choices[key];
      delete own[key];
      if (value !== choices[key]) Object.assign(own, { [key]: value });
    }
  }
  return { ...(next as unknown as Choices), beside: formatBeside(differences) };
}

/** In what a phone that is opened beside these differs from the first one: the first of a few that none has yet. */
export function another(choices: Choices): Difference {
  const { theme, device } = choices;
  const other: Difference = { theme: theme === 'light' ? 'dark' : 'light' };
  const small: Difference = { device: device === '320' ? '430' : '320' };
  const known = new Set(choices.beside.split(';'));
  const offers = [other, small, { ...small, ...other }];
  return offers.find((one) => !known.has(formatBeside([one]))) ?? {};
}

/** One phone more, which is selected; the choices as they are where there is no room for it. */
export function opened(choices: Choices): Choices {
  const differences = parseBeside(choices.beside);
  if (differences.length >= MOST - 1) return choices;
  const beside = formatBeside([...differences, another(choices)]);
  return { ...choices, beside, phone: String(differences.length + 2) as Choices['phone'] };
}

/** Without the phone of this index, which is not the first one. */
export function closed(choices: Choices, index: number): Choices {
  const differences = parseBeside(choices.beside).filter((_, at) => at !== index - 1);
  const selected = selectedOf(choices);
  const next = selected >= index ? selected - 1 : selected;
  return {
    ...choices,
    beside: formatBeside(differences),
    linked: differences.length === 0 ? '' : choices.linked,
    phone: next === 0 ? '' : (String(next + 1) as Choices['phone']),
  };
}

/** As the address says it while the phones show these pages: null where it is the one that was chosen. */
export function withPages(choices: Choices, shown: readonly (string | null)[]): Choices {
  const page = shown[0] ?? choices.page;
  const differences = parseBeside(choices.beside).map((difference, at) => {
    const { page: own, ...rest } = difference;
    const its = shown[at + 1] ?? own ?? choices.page;
    return its === page ? rest : { ...rest, page: its };
  });
  return { ...choices, page, beside: formatBeside(differences) };
}
