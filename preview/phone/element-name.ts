/** How log lines name an element. */
import { writtenText } from '../long-text';

/** Longest name that is not cut, characters. */
export const LONGEST = 24;

/** The text of an element in one line; empty for a field, whose text the user typed. */
export const lineOf = (element: Element): string =>
  element.matches('input, textarea, wx-input, wx-textarea')
    ? ''
    : writtenText(element).replace(/\s+/g, ' ').trim();

/** Cuts a long name. */
export const shortened = (name: string): string =>
  name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name;
