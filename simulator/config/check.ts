/** Checks the values of a config: a JavaScript config has no types. Every error names the field. */
import * as v from 'valibot';
import { fontLevels } from '../phone/font-size';
import { speeds } from '../phone/link-speed';
import type { Config } from './types';

const text = v.pipe(v.string(), v.nonEmpty('must not be empty'));
const bilingual = v.union([text, v.strictObject({ zh: text, en: text })], 'must be a text, or { zh, en }');
const numbers = v.union([text, v.array(text)], 'must be a phone number as a text, or a list of them');
const anything = v.record(v.string(), v.any());
const isFunction = v.custom<(...given: never[]) => unknown>(
  (it) => typeof it === 'function',
  'must be a function',
);

/** MSW's handlers have no common class across its versions, so they are recognised by their fields. */
const handler = v.custom<object>(
  (it) => typeof it === 'object' && it !== null && ('info' in it || 'kind' in it),
  "must be a handler of MSW, e.g. http.get('https://api.example.com/goods', () => HttpResponse.json({}))",
);

const account = v.strictObject({
  nickName: v.optional(v.string()),
  avatarUrl: v.optional(v.string()),
  gender: v.optional(v.picklist([0, 1, 2])),
  country: v.optional(v.string()),
  province: v.optional(v.string()),
  city: v.optional(v.string()),
  language: v.optional(v.picklist(['zh_CN', 'zh_TW', 'en'])),
  phoneNumber: v.optional(numbers),
  openid: v.optional(text),
  unionid: v.optional(text),
  blocked: v.optional(v.boolean()),
});

const phone = v.strictObject({
  era: v.optional(v.picklist(['legacy', 'button', 'profile', 'fill'])),
  sdkVersion: v.optional(v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, 'must be a version, e.g. "3.8.0"'))),
  authSetting: v.optional(v.record(v.string(), v.boolean())),
  privacy: v.optional(
    v.strictObject({ needAuthorization: v.optional(v.boolean()), contractName: v.optional(text) }),
  ),
  online: v.optional(v.boolean()),
  speed: v.optional(v.picklist(speeds)),
  envVersion: v.optional(v.picklist(['develop', 'trial', 'release'])),
  allowedOrigins: v.optional(v.nullable(v.array(text))),
  frequencyLimit: v.optional(v.picklist(['report', 'fail'])),
  nicknameReview: v.optional(
    v.union([v.array(v.string()), isFunction], 'must be a list of words, or a function'),
  ),
  phoneNumber: v.optional(
    v.strictObject({
      owner: v.optional(v.picklist(['organisation', 'individual'])),
      quota: v.optional(v.number()),
    }),
  ),
  device: v.optional(v.objectWithRest({ fontLevel: v.optional(v.picklist(fontLevels)) }, v.any())),
});

const answers = {
  authorize: ['allow', 'deny', 'dismiss'],
  modal: ['confirm', 'cancel'],
  avatar: ['wechat', 'cancel', 'huge-picture', 'rejected-picture'],
  'phone-number': ['allow', 'deny', 'dismiss'],
  'phone-quota': ['close'],
} as const;

const isPlace = (it: unknown): boolean => Number.isInteger(it) && (it as number) >= 0;

/** Is this a valid step of a scene? */
function isStep(it: unknown): boolean {
  if (typeof it !== 'object' || it === null) return false;
  const step = it as Record<string, unknown>;
  if (typeof step.tap === 'string') return step.nth === undefined || isPlace(step.nth);
  if (typeof step.focus === 'string') return true;
  if (typeof step.type === 'string') return typeof step.into === 'string';
  if (step.answer === 'settings') return typeof step.set === 'object' && step.set !== null;
  const known: readonly unknown[] | undefined = answers[step.answer as keyof typeof answers];
  return known?.includes(step.with) ?? false;
}

const step = v.custom(
  isStep,
  "must be a step: { tap: '结算' } (with nth: 1 the second of several), { type: '李雷', into: 'name of the field' }, { focus: 'name of the field' } or { answer: 'modal', with: 'confirm' }",
);

const scene = v.strictObject({
  title: v.optional(bilingual),
  description: v.optional(bilingual),
  group: v.optional(bilingual),
  hint: v.optional(bilingual),
  page: v.optional(text),
  account: v.optional(text),
  phone: v.optional(phone),
  storage: v.optional(anything),
  handlers: v.optional(v.array(handler)),
  fallback: v.optional(anything),
  compileQuery: v.optional(text),
  steps: v.optional(v.array(step)),
  stops: v.optional(v.literal(true)),
  backend: v.optional(isFunction),
});

const fault = v.strictObject({
  title: v.optional(bilingual),
  endpoint: v.optional(
    v.pipe(v.string(), v.regex(/^[A-Z]+ [^,\s]+$/, 'must be a method and a path, e.g. "GET /goods/:id"')),
  ),
  respond: isFunction,
});

const schema = v.strictObject({
  root: v.optional(text),
  title: v.optional(text),
  accounts: v.optional(v.record(v.string(), account)),
  handlers: v.optional(v.array(handler)),
  faults: v.optional(
    v.record(v.pipe(v.string(), v.regex(/^[\w-]+$/, 'must be a name of letters, digits, - and _')), fault),
  ),
  fallback: v.optional(anything),
  phone: v.optional(phone),
  start: v.optional(text),
  scenes: v.optional(v.record(v.string(), scene)),
});

/** The path of an issue, e.g. `scenes.cart.steps[0]`. */
function pathOf(issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map(({ key }) => key);
  return keys.reduce<string>(
    (path, key) =>
      typeof key === 'number'
        ? `${path}[${key}]`
        : /^[\w$]+$/.test(String(key))
          ? `${path}${path === '' ? '' : '.'}${String(key)}`
          : `${path}[${JSON.stringify(key)}]`,
    '',
  );
}

/** Describes what is wrong with a value, for the author of the config. */
function reasonOf(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'is not a known field';
  if (issue.message.startsWith('must ')) return issue.message;
  const expected = issue.expected ?? issue.type;
  return `must be ${expected.toLowerCase()}, is ${issue.received}`;
}

/** Scene names occur in addresses and file names. */
const SCENE_NAME = /^[\w\u4e00-\u9fff-]+$/;

/**
 * Checks the default export of a config file.
 * @param name The file's name, for messages.
 * @returns the config.
 * @throws Error that names the file and the field, and describes the expected value.
 */
export function checkConfig(given: unknown, name: string): Config {
  // A list and a promise are objects without known fields: the schema would accept them, and every setting would be
  // lost.
  if (Array.isArray(given)) throw new Error(`${name}: the default export must be object, is a list`);
  if (given instanceof Promise)
    throw new Error(
      `${name}: the default export must be object, is a promise: await it, and export the result`,
    );
  const problems: string[] = [];
  const result = v.safeParse(schema, given);
  if (!result.success) {
    for (const issue of result.issues) {
      const path = pathOf(issue);
      problems.push(path === '' ? `the default export ${reasonOf(issue)}` : `${path} ${reasonOf(issue)}`);
    }
  } else {
    const { accounts, scenes, start } = result.output;
    const people = accounts === undefined ? undefined : Object.keys(accounts);
    if (people?.length === 0)
      problems.push('accounts must not be empty: leave it out to use the invented accounts');
    for (const [id, { account: person }] of Object.entries(scenes ?? {})) {
      if (!SCENE_NAME.test(id) || id === '__proto__') {
        problems.push(`scenes[${JSON.stringify(id)}] must have a name of letters, digits, - and _`);
      }
      if (person !== undefined && people !== undefined && !people.includes(person))
        problems.push(`scenes.${id}.account is "${person}", accounts has ${people.join(', ')}`);
    }
    if (scenes !== undefined && Object.keys(scenes).length === 0)
      problems.push('scenes must not be empty: leave it out for one scene per page');
    if (start !== undefined && !Object.hasOwn(scenes ?? {}, start))
      problems.push(`start is "${start}", scenes has ${Object.keys(scenes ?? {}).join(', ') || 'none'}`);
  }
  if (problems.length > 0) throw new Error(`${name}: ${problems.join(`\n${name}: `)}`);
  return given as Config;
}
