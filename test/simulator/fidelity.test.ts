/** simulator/FIDELITY.md equals the titles and sources in the tests from which it is generated. */
import { readFileSync } from 'node:fs';
import { behaviours, fidelity, linkOf } from '../../scripts/fidelity';
import { readTypings } from '../../simulator/generate/typings';
import { UNMODELLED } from '../../simulator/unmodelled';

const all = [...behaviours(), ...UNMODELLED];

test('FIDELITY.md is up to date: npx tsx scripts/fidelity.ts', () => {
  expect(readFileSync('simulator/FIDELITY.md', 'utf8')).toBe(fidelity());
});

test('every behaviour names a source of a known kind, or `choice`', () => {
  const strange = all.filter(
    ({ source }) =>
      !/^(typings |page [\w./-]+$|announcement \w{20,}|community https:\/\/\S+$|choice$)/.test(source),
  );
  expect(strange).toEqual([]);
});

test('no behaviour is listed twice', () => {
  const texts = all.map(({ behaviour }) => behaviour);
  expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
});

test('every unmodelled behaviour belongs to an area with tests', () => {
  const areas = new Set(behaviours().map(({ area }) => area));
  expect(UNMODELLED.filter(({ area }) => !areas.has(area))).toEqual([]);
});

test('every cited line of the typings has content', () => {
  const lines = readTypings().split('\n');
  const cited = all.flatMap(({ source }) =>
    source.startsWith('typings') && !source.includes('.d.ts')
      ? [...source.matchAll(/(?<![\d.])\d{3,5}(?![\d.])/g)].map(([line]) => Number(line))
      : [],
  );
  expect(cited.length).toBeGreaterThan(60);
  const empty = cited.filter((line) => !/[\p{Script=Han}\w]{3}/u.test(lines[line - 1] ?? ''));
  expect(empty).toEqual([]);
});

test('a source becomes a link where possible', () => {
  expect(linkOf('page component/button.html')).toBe(
    '[component/button.html](https://developers.weixin.qq.com/miniprogram/dev/component/button.html)',
  );
  expect(linkOf('typings 745; AuthSetting')).toBe('typings 745; AuthSetting');
  expect(linkOf('choice')).toBe('–');
});
