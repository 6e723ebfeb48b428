/** Compares the state of a stage with the expectations of a case. */
import { collapse } from '../../../simulator/headless/dom';
import type { Expected } from './case';
import type { Driver, ElementView } from './stage';

/** Everything that happened since the last step. */
interface Since {
  readonly noted: readonly unknown[];
  readonly errors: readonly string[];
  readonly reports: readonly string[];
}

const list = (one: string | readonly string[] | undefined): readonly string[] =>
  one === undefined ? [] : typeof one === 'string' ? [one] : one;

const show = (value: unknown): string => (value instanceof RegExp ? String(value) : JSON.stringify(value));

/** True if `actual` contains all members of `expected`. Other members are ignored. Arrays must have the same length. */
function includes(actual: unknown, expected: unknown): boolean {
  if (expected instanceof RegExp) return expected.test(String(actual));
  if (typeof expected !== 'object' || expected === null) return Object.is(actual, expected);
  if (typeof actual !== 'object' || actual === null) return false;
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return false;
    return expected.every((one, index) => includes(actual[index], one));
  }
  return Object.entries(expected).every(([name, one]) =>
    includes((actual as Record<string, unknown>)[name], one),
  );
}

type Pattern = string | RegExp;

const matches = (message: string, one: Pattern): boolean =>
  typeof one === 'string' ? message.includes(one) : one.test(message);

/** Compares messages: each must be expected or allowed, and each expected one must occur. Returns the mismatches. */
function messages(
  what: string,
  actual: readonly string[],
  expected: readonly Pattern[] = [],
  allowed: readonly Pattern[] = [],
): string[] {
  return [
    ...actual
      .filter((message) => ![...expected, ...allowed].some((one) => matches(message, one)))
      .map((message) => `${what} that the case does not expect: ${message}`),
    ...expected
      .filter((one) => !actual.some((message) => matches(message, one)))
      .map((one) => `no ${what} says ${show(one)}${actual.length > 0 ? `; there are ${show(actual)}` : ''}`),
  ];
}

/** The mismatches, one line each. */
export function judge(driver: Driver, expected: Expected, since: Since): string[] {
  const wrong: string[] = [
    ...messages('error', since.errors, expected.errors),
    ...messages('report', since.reports, expected.reports, expected.mayReport),
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
    work: (element: ElementView, expected: T, selector: string) => void,
  ) => {
    for (const [selector, expected] of Object.entries(table ?? {})) {
      const element = first(selector);
      if (element !== undefined) work(element, expected, selector);
    }
  };

  if (expected.text !== undefined) compare('text', driver.text(), expected.text);
  for (const part of list(expected.has)) {
    if (!collapse(driver.text()).includes(collapse(part))) wrong.push(`the text lacks ${show(part)}`);
  }
  for (const part of list(expected.lacks)) {
    if (collapse(driver.text()).includes(collapse(part))) wrong.push(`the text holds ${show(part)}`);
  }
  for (const [name, value] of Object.entries(expected.data ?? {}))
    compare(`data.${name}`, driver.data()[name], value);
  if (expected.noted !== undefined) compare('noted', since.noted, expected.noted);
  if (expected.setData !== undefined) compare('setData', driver.setData(), expected.setData);
  if (expected.title !== undefined) compare('title', driver.title(), expected.title);
  if (expected.route !== undefined) compare('route', driver.pages().at(-1), expected.route);
  if (expected.pages !== undefined) compare('pages', driver.pages(), expected.pages);
  each(expected.attributes, (element, names, selector) => {
    for (const [name, value] of Object.entries(names)) {
      const actual = element.attribute(name);
      const same = value === undefined ? actual === undefined : String(actual) === String(value);
      if (!same) wrong.push(`${selector} ${name}: ${show(actual)} instead of ${show(value)}`);
    }
  });
  each(expected.classes, ({ classes }, names, selector) => {
    compare(
      `classes of ${selector}`,
      [...classes].sort().join(' '),
      names.split(' ').filter(Boolean).sort().join(' '),
    );
  });
  each(expected.dataset, ({ dataset }, values, selector) =>
    compare(`dataset of ${selector}`, dataset, values),
  );
  each(expected.texts, ({ text }, one, selector) => compare(`text of ${selector}`, text, one));
  each(expected.values, ({ value }, one, selector) => compare(`value of ${selector}`, value, one));
  for (const [selector, count] of Object.entries(expected.count ?? {})) {
    compare(`number of ${selector}`, driver.findAll(selector).length, count);
  }
  if (expected.screen !== undefined)
    compare(
      'screen',
      driver.phone.screen.items.map(({ kind }) => kind),
      expected.screen,
    );
  for (const [key, value] of Object.entries(expected.storage ?? {})) {
    compare(`storage.${key}`, driver.phone.storage[key], value);
  }
  return wrong;
}
