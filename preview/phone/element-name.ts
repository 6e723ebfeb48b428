/** Names of elements for log lines. */
import { writtenText } from '../long-text';

/** Maximum length of a name, characters. A longer name is cut. */
export const MAX_NAME_LENGTH = 24;

/** The text of an element in one line. Empty for a field, because the user types its text. */
export const lineOf = (element: Element): string =>
  element.matches('input, textarea, wx-input, wx-textarea')
    ? ''
    : writtenText(element).replace(/\s+/g, ' ').trim();

/** Cuts a long name. */
export const shortened = (name: string): string =>
  name.length > MAX_NAME_LENGTH ? `${name.slice(0, MAX_NAME_LENGTH)}…` : name;
