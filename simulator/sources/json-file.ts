/**
 * Parses JSON files of a mini-program, and checks them for values that no stage can use. The messages are the same on
 * both stages.
 */

import { placeIn, type WxmlPlace } from '../wxml/wxml-error';
import { isOtherEncoding, NOT_UTF8 } from './encoding';
import { jsonMistakeAt } from './json-mistake';

/** A mistake in a JSON file; without a place if it concerns the whole file. */
interface JsonMistake {
  readonly reason: string;
  readonly place?: WxmlPlace;
}

type Fields = Readonly<Record<string, unknown>>;

/** Parses a text that must be a JSON object. */
export function parseObject(written: string): { value: Fields } | { mistake: JsonMistake } {
  if (isOtherEncoding(written)) return { mistake: { reason: NOT_UTF8, place: { line: 1, column: 1 } } };
  // Editors on Windows write a byte-order mark first.
  const text = written.replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // V8's message quotes the text around the mistake, which may contain line breaks.
    const reason = `not JSON: ${message.replace(/\s+/g, ' ')}`;
    return { mistake: { reason, place: placeIn(text, jsonMistakeAt(text)) } };
  }
  const tooDeep = tooDeepAt(text);
  if (tooDeep !== undefined)
    return {
      mistake: { reason: `more than ${DEEPEST} levels of lists and objects`, place: placeIn(text, tooDeep) },
    };
  if (isFields(value)) return { value };
  return { mistake: { reason: `must be a JSON object, not ${shown(value)}`, place: { line: 1, column: 1 } } };
}

/**
 * The maximum nesting of lists and objects. Code that reads the configuration is recursive, so deeper nesting could
 * overflow the stack. No real configuration is so deep.
 */
const DEEPEST = 100;

/** The offset where the nesting exceeds the limit; undefined if it does not. */
function tooDeepAt(text: string): number | undefined {
  let level = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (token === '[' || token === '{') level += 1;
    else if (token === ']' || token === '}') level -= 1;
    if (level > DEEPEST) return index;
  }
  return undefined;
}

/** Formats a mistake: `app.json:3:1: not JSON: …`. */
export const jsonMessage = (file: string, { reason, place }: JsonMistake): string =>
  place === undefined ? `${file}: ${reason}` : `${file}:${place.line}:${place.column}: ${reason}`;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

type Check = (value: unknown, field: string) => string[];

const must =
  (what: string, holds: (value: unknown) => boolean): Check =>
  (value, field) =>
    holds(value) ? [] : [`${field} must be ${what}, not ${shown(value)}`];

const text = must('a text', (value) => typeof value === 'string');
const yesOrNo = must('true or false', (value) => typeof value === 'boolean');
const object = must('an object', isFields);

const listOf =
  (item: Check): Check =>
  (value, field) =>
    Array.isArray(value)
      ? value.flatMap((one, index) => item(one, `${field}[${index}]`))
      : [`${field} must be a list, not ${shown(value)}`];

const mapOf =
  (item: Check): Check =>
  (value, field) =>
    isFields(value)
      ? Object.entries(value).flatMap(([key, one]) =>
          // In generated code the key would set the prototype of the object.
          key === '__proto__'
            ? [`${field} must not have the key "__proto__"`]
            : item(one, `${field}[${JSON.stringify(key)}]`),
        )
      : object(value, field);

/** Checks the fields that are present; all fields are optional. */
const fieldsOf =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value, field) => {
    if (!isFields(value)) return object(value, field);
    const prefix = field === '' ? '' : `${field}.`;
    return Object.entries(checks).flatMap(([name, check]) =>
      Object.hasOwn(value, name) ? check(value[name], `${prefix}${name}`) : [],
    );
  };

/** Checks a route: a path from the root, without extension. */
const route: Check = (value, field) => {
  if (typeof value !== 'string' || value === '')
    return [`${field} must be the path of a page, not ${shown(value)}`];
  // The text after ? or # would be treated as the query of the page.
  const odd =
    /[?#]/.test(value) ||
    value
      .split('/')
      .some((part, index) => ['.', '..', '__proto__'].includes(part) || (part === '' && index > 0));
  return odd ? [`${field} must be a path from the root such as "pages/a/a", not ${shown(value)}`] : [];
};

const generic: Check = (value, field) =>
  typeof value === 'boolean'
    ? []
    : isFields(value)
      ? fieldsOf({ default: text })(value, field)
      : object(value, field);

const packages = listOf((value, field) => [
  ...fieldsOf({ root: text, pages: listOf(route) })(value, field),
  ...(isFields(value) && !('root' in value && 'pages' in value) ? [`${field} needs a root and pages`] : []),
]);

const isPath = must('a path without ?', (value) => !String(value).includes('?'));
const using = mapOf((value, field) => [...text(value, field), ...isPath(value, field)]);

const unit = { usingComponents: using, navigationBarTitleText: text };

const APP = fieldsOf({
  pages: listOf(route),
  subPackages: packages,
  subpackages: packages,
  window: fieldsOf({ navigationBarTitleText: text }),
  tabBar: fieldsOf({ custom: yesOrNo, list: listOf(fieldsOf({ pagePath: text, text })) }),
  usingComponents: using,
  entryPagePath: route,
  resolveAlias: mapOf(text),
  themeLocation: text,
  useExtendedLib: object,
});

const UNIT = fieldsOf({
  ...unit,
  component: yesOrNo,
  componentGenerics: mapOf(generic),
  styleIsolation: text,
});

const PROJECT = fieldsOf({ miniprogramRoot: text, projectname: text, setting: object });
const PACKAGE = fieldsOf({ miniprogram: text, main: text });

/** For each kind of file: the mistakes in the fields that the stages read. */
export const fieldMistakes = {
  app: (value: Fields) => APP(value, ''),
  unit: (value: Fields) => UNIT(value, ''),
  project: (value: Fields) => PROJECT(value, ''),
  package: (value: Fields) => PACKAGE(value, ''),
} as const;
