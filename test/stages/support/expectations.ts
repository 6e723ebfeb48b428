/** Compares the state of a stage with the expectations of a case. */
import type { Expected } from './case';
import type { Driver, ElementView } from './stage';

/** Everything that happened since the last step. */
export interface Since {
  readonly noted: readonly unknown[];
  readonly errors: readonly string[];
  readonly reports: readonly string[];
}

const list = (one: string | readonly string[] | undefined): readonly string[] =>
  one === undefined ? [] : typeof one === 'string' ? [one] : one;

const show = (value: unknown): string => (value instanceof RegExp ? String(value) : JSON.stringify(value));

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** True if `actual` contains all members of `wanted`. Other members are ignored. Arrays must have the same length. */
export function includes(actual: unknown, wanted: unknown): boolean {
  if (wanted instanceof RegExp) return wanted.test(String(actual));
  if (typeof wanted !== 'object' || wanted === null) return Object.is(actual, wanted);
  if (typeof actual !== 'object' || actual === null) return false;
  if (Array.isArray(wanted)) {
    if (!Array.isArray(actual) || actual.length !== wanted.length) return false;
    return wanted.every((one, index) => includes(actual[index], one));
  }
  return Object.entries(wanted).every(([name, one]) =>
    includes((actual as Record<string, unknown>)[name], one),
  );
}

type Pattern = string | RegExp;

const matches = (message: string, one: Pattern): boolean =>
  typeof one === 'string' ? message.includes(one) : one.test(message);

/** Compares messages: each must be wanted or allowed, and each wanted one must occur. Returns the mismatches. */
function messages(
  what: string,
  actual: readonly string[],
  wanted: readonly Pattern[] = [],
  allowed: readonly Pattern[] = [],
): string[] {
  return [
    ...actual
      .filter((message) => ![...wanted, ...allowed].some((one) => matches(message, one)))
      .map((message) => `${what} that the case does not expect: ${message}`),
    ...wanted
      .filter((one) => !actual.some((message) => matches(message, one)))
      .map((one) => `no ${what} says ${show(one)}${actual.length > 0 ? `; there are ${show(actual)}` : ''}`),
  ];
}

/** The mismatches, one line each. */
export function judge(driver: Driver, wanted: Expected, since: Since): string[] {
  const wrong: string[] = [
    ...messages('error', since.errors, wanted.errors),
    ...messages('report', since.reports, wanted.reports, wanted.mayReport),
  ];
  const compare = (what: string, actual: unknown, expected: unknown) => {
    if (!includes(actual, expected)) wrong.push(`${what}: ${show(actual)} instead of ${show(expected)}`);
  };
  const first = (selector: string): ElementView | undefined => {
    const [found] = driver.findAll(selector);
    if (found === undefined) wrong.push(`nothing matches ${selector}`);
    return found;
  };
  const each = <T>(
    table: Readonly<Record<string, T>> | undefined,
    work: (element: ElementView, wanted: T, selector: string) => void,
  ) => {
    for (const [selector, expected] of Object.entries(table ?? {})) {
      const element = first(selector);
      if (element !== undefined) work(element, expected, selector);
    }
  };

  if (wanted.text !== undefined) compare('text', driver.text(), wanted.text);
  for (const part of list(wanted.has)) {
    if (!collapse(driver.text()).includes(collapse(part))) wrong.push(`the text lacks ${show(part)}`);
  }
  for (const part of list(wanted.lacks)) {
    if (collapse(driver.text()).includes(collapse(part))) wrong.push(`the text holds ${show(part)}`);
  }
  for (const [name, value] of Object.entries(wanted.data ?? {}))
    compare(`data.${name}`, driver.data()[name], value);
  if (wanted.noted !== undefined) compare('noted', since.noted, wanted.noted);
  if (wanted.setData !== undefined) compare('setData', driver.setData(), wanted.setData);
  if (wanted.title !== undefined) compare('title', driver.title(), wanted.title);
  if (wanted.route !== undefined) compare('route', driver.pages().at(-1), wanted.route);
  if (wanted.pages !== undefined) compare('pages', driver.pages(), wanted.pages);
  each(wanted.attributes, (element, names, selector) => {
    for (const [name, value] of Object.entries(names)) {
      const actual = element.attribute(name);
      const same = value === undefined ? actual === undefined : String(actual) === String(value);
      if (!same) wrong.push(`${selector} ${name}: ${show(actual)} instead of ${show(value)}`);
    }
  });
  each(wanted.classes, ({ classes }, names, selector) => {
    compare(
      `classes of ${selector}`,
      [...classes].sort().join(' '),
      names.split(' ').filter(Boolean).sort().join(' '),
    );
  });
  each(wanted.dataset, ({ dataset }, values, selector) => compare(`dataset of ${selector}`, dataset, values));
  each(wanted.texts, ({ text }, expected, selector) => compare(`text of ${selector}`, text, expected));
  each(wanted.values, ({ value }, expected, selector) => compare(`value of ${selector}`, value, expected));
  for (const [selector, count] of Object.entries(wanted.count ?? {})) {
    compare(`number of ${selector}`, driver.findAll(selector).length, count);
  }
  if (wanted.screen !== undefined)
    compare(
      'screen',
      driver.phone.screen.items.map(({ kind }) => kind),
      wanted.screen,
    );
  for (const [key, value] of Object.entries(wanted.storage ?? {})) {
    compare(`storage.${key}`, driver.phone.storage[key], value);
  }
  return wrong;
}
