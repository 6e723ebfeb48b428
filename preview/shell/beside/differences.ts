/**
 * The phones beside the first one, in the URL. Each part lists only the differences from the first phone, e.g.
 * `beside=theme:dark;device:320,era:legacy`. Pure.
 */
import { type Choices, isChoice, type PhoneChoices, phoneChoices } from '../choices';

/** Maximum number of phones. */
export const MAX_PHONES = 4;

/** The choices in which a phone differs from the first one. */
type Difference = Partial<PhoneChoices>;

/** The text of a phone without differences. */
const SAME = 'same';

/** Escapes the separators of phones and of choices. */
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
    // Invalid parts are ignored, so that an old link still opens.
    if (key && isChoice(key, value)) difference[key] = value;
  }
  return difference as Difference;
}

/** Parses `beside`: the differences of every phone but the first. */
const parseBeside = (text: string): Difference[] =>
  text === ''
    ? []
    : text
        .split(';')
        .slice(0, MAX_PHONES - 1)
        .map(differenceOf);

/** The value of `beside` for these phones. */
const formatBeside = (differences: readonly Difference[]): string =>
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

/** The index of the selected phone. */
export function selectedOf(choices: Choices): number {
  const index = Number(choices.phone || '1') - 1;
  return Math.min(index, parseBeside(choices.beside).length);
}

/** Are the user's actions on one phone repeated on the others? */
export const areLinked = ({ beside, linked }: Choices): boolean => beside !== '' && linked === '';

/**
 * Applies a change of the choices. A choice of a phone changes the selected phone. On the first phone, it also changes
 * the other phones that have the same value. On another phone, it becomes a difference, or removes the difference if
 * the value equals the first phone's. With linked phones, `page` changes all phones.
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

/** Selects the difference of a newly opened phone: the first entry of a short list that no open phone has. */
function another(choices: Choices): Difference {
  const { theme, device } = choices;
  const other: Difference = { theme: theme === 'light' ? 'dark' : 'light' };
  const small: Difference = { device: device === '320' ? '430' : '320' };
  const known = new Set(choices.beside.split(';'));
  const offers = [other, small, { ...small, ...other }];
  return offers.find((one) => !known.has(formatBeside([one]))) ?? {};
}

/** Adds a phone and selects it. With `MAX_PHONES` phones, returns the same choices. */
export function opened(choices: Choices): Choices {
  const differences = parseBeside(choices.beside);
  if (differences.length >= MAX_PHONES - 1) return choices;
  const beside = formatBeside([...differences, another(choices)]);
  return { ...choices, beside, phone: String(differences.length + 2) as Choices['phone'] };
}

/** Removes a phone. @param index from 1: the first phone stays */
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

/**
 * The choices for the URL while the phones show other pages than the chosen ones.
 * @param shown the shown page of each phone; null: the chosen page
 */
export function withPages(choices: Choices, shown: readonly (string | null)[]): Choices {
  const page = shown[0] ?? choices.page;
  const differences = parseBeside(choices.beside).map((difference, at) => {
    const { page: own, ...rest } = difference;
    const its = shown[at + 1] ?? own ?? choices.page;
    return its === page ? rest : { ...rest, page: its };
  });
  return { ...choices, page, beside: formatBeside(differences) };
}
