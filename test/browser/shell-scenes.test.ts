/** The scene list: groups, search, and the way of the arrow keys. */
import { scenarios } from '../../mock-server/scenarios';
import { groupIds, groupOf, groupScenes, matches, neighbour } from '../../preview/shell/scenes';
import { preferredLanguage, textsOf } from '../../preview/shell/texts';

const idsOf = (query: string) =>
  groupScenes(scenarios, query).flatMap((group) => group.scenes.map(({ id }) => id));
const groupOfId = (id: string) => {
  const scenario = scenarios.find((one) => one.id === id);
  return scenario && groupOf(scenario);
};

test('every scenario stands in exactly one group, and the guest comes first', () => {
  expect(idsOf('').toSorted()).toEqual(scenarios.map(({ id }) => id).toSorted());
  expect(idsOf('')[0]).toBe('guest');
});

test('groups follow from what a scenario starts with', () => {
  expect(groupOfId('guest')).toBe('new');
  expect(groupOfId('refused')).toBe('new');
  expect(groupOfId('member')).toBe('known');
  expect(groupOfId('session-expired')).toBe('session');
  expect(groupOfId('wechat-session-expired')).toBe('session');
  expect(groupOfId('offline')).toBe('trouble');
  expect(groupOfId('server-down')).toBe('trouble');
  expect(groupOfId('blocked-user')).toBe('trouble');
});

test('search looks at ids, titles and descriptions in both languages, word by word', () => {
  expect(idsOf('REFUSED')).toContain('refused');
  expect(idsOf('过期')).toEqual(expect.arrayContaining(['session-expired', 'wechat-session-expired']));
  expect(idsOf('wechat session')).toContain('wechat-session-expired');
  expect(idsOf('no such thing at all')).toEqual([]);
  expect(scenarios.every((scenario) => matches(scenario, ''))).toBe(true);
});

test('arrows walk the list as shown, stop at its ends, and enter it from outside', () => {
  const groups = groupScenes(scenarios);
  const ids = idsOf('');
  const [first, second] = ids;
  const last = ids.at(-1);
  expect(neighbour(groups, first ?? '', 1)).toBe(second);
  expect(neighbour(groups, first ?? '', -1)).toBe(first);
  expect(neighbour(groups, last ?? '', 1)).toBe(last);
  expect(neighbour(groups, first ?? '', Number.POSITIVE_INFINITY)).toBe(last);
  expect(neighbour(groups, 'hidden-by-search', 1)).toBe(first);
  expect(neighbour([], 'guest', 1)).toBeUndefined();
});

test('every group and every word has both languages', () => {
  for (const id of groupIds) expect(textsOf('en').groups[id]).not.toBe(textsOf('zh').groups[id]);
  const chinese = /[\u4e00-\u9fff]/;
  const english = (value: unknown): string[] =>
    typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(english)
      : typeof value === 'string'
        ? [value]
        : [];
  // The only Chinese in the English texts is what stands on the phone, and the name of the other language.
  const allowed = [...Object.values(textsOf('en').hints), textsOf('en').language];
  expect(english(textsOf('en')).filter((text) => chinese.test(text) && !allowed.includes(text))).toEqual([]);
});

test('the first language that the browser prefers and we speak', () => {
  expect(preferredLanguage(['zh-TW', 'en'])).toBe('zh');
  expect(preferredLanguage(['en-GB', 'zh'])).toBe('en');
  expect(preferredLanguage(['fr', 'zh-CN'])).toBe('zh');
  expect(preferredLanguage(['fr'])).toBe('en');
});
