/** The scene list: headings, search, and the arrow keys. */
import { scenarios } from '../../mock-server/scenarios';
import config from '../../phone.config';
import { sceneListOf } from '../../preview/scene-list';
import { groupScenes, matches, neighbour } from '../../preview/shell/scenes';
import { preferredLanguage, textsOf } from '../../preview/shell/texts';

const { scenes, start } = sceneListOf(config, '');
const idsOf = (query: string) =>
  groupScenes(scenes, query).flatMap((group) => group.scenes.map(({ id }) => id));
const groupOfId = (id: string) => scenes.find((one) => one.id === id)?.group?.en;

test('every scenario is a scene under one heading, and the guest is first', () => {
  expect(
    idsOf('')
      .filter((id) => groupOfId(id) !== 'Half-way')
      .toSorted(),
  ).toEqual(scenarios.map(({ id }) => id).toSorted());
  expect(idsOf('')[0]).toBe('guest');
  expect(start).toBe('guest');
});

test('headings follow from the start of a scenario', () => {
  expect(groupOfId('guest')).toBe('New users');
  expect(groupOfId('refused')).toBe('New users');
  expect(groupOfId('member')).toBe('Known users');
  expect(groupOfId('session-expired')).toBe('Login expired');
  expect(groupOfId('wechat-session-expired')).toBe('Login expired');
  expect(groupOfId('offline')).toBe('Failures');
  expect(groupOfId('server-down')).toBe('Failures');
  expect(groupOfId('blocked-user')).toBe('Failures');
});

test('scenes without a heading are in one group', () => {
  const plain = sceneListOf({ scenes: { a: {}, b: { title: '二' } } }, '小店');
  expect(plain.title).toBe('小店');
  expect(groupScenes(plain.scenes)).toEqual([
    {
      id: '0',
      title: null,
      scenes: [expect.objectContaining({ id: 'a' }), expect.objectContaining({ id: 'b' })],
    },
  ]);
});

test('search covers ids, titles and descriptions in both languages, word by word', () => {
  expect(idsOf('REFUSED')).toContain('refused');
  expect(idsOf('过期')).toEqual(expect.arrayContaining(['session-expired', 'wechat-session-expired']));
  expect(idsOf('wechat session')).toContain('wechat-session-expired');
  expect(idsOf('no such thing at all')).toEqual([]);
  expect(scenes.every((scene) => matches(scene, ''))).toBe(true);
});

test('arrows move through the shown list, stop at its ends, and enter it from outside', () => {
  const groups = groupScenes(scenes);
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

test('every text has both languages', () => {
  const chinese = /[\u4e00-\u9fff]/;
  const english = (value: unknown): string[] =>
    typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(english)
      : typeof value === 'string'
        ? [value]
        : [];
  // The only Chinese text in English is the name of the other language.
  const allowed = [textsOf('en').language];
  expect(english(textsOf('en')).filter((text) => chinese.test(text) && !allowed.includes(text))).toEqual([]);
});

test("the first supported language of the browser's preferences", () => {
  expect(preferredLanguage(['zh-TW', 'en'])).toBe('zh');
  expect(preferredLanguage(['en-GB', 'zh'])).toBe('en');
  expect(preferredLanguage(['fr', 'zh-CN'])).toBe('zh');
  expect(preferredLanguage(['fr'])).toBe('en');
});
