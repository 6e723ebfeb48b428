/** Checks the cases themselves: their references exist, and each case is played. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CASES, collect } from './support/collect';

const themes = readdirSync(CASES);
const cases = themes.flatMap(collect);

test('exactly one file plays each theme', () => {
  const files = readdirSync(__dirname).filter((name) => name.endsWith('.test.ts'));
  const played = files.flatMap((name) => {
    const [, list = ''] = /playThemes\(([^)]*)\)/.exec(readFileSync(join(__dirname, name), 'utf8')) ?? [];
    return [...list.matchAll(/'([\w-]+)'/g)].map(([, theme]) => theme);
  });
  for (const theme of themes) expect(played.filter((one) => one === theme)).toHaveLength(1);
});

test('a case has a title, a source and a unique name', () => {
  const names = cases.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { one } of cases)
    expect([one.title, one.source]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S/)]);
});

test('a permanent difference is a row of FIDELITY.md', () => {
  const fidelity = readFileSync(join(__dirname, '../../simulator/FIDELITY.md'), 'utf8');
  for (const { one } of cases) {
    if (one.differs === undefined) continue;
    expect(one.differs.why).toMatch(/\S/);
    expect(fidelity).toContain(one.differs.fidelity);
  }
});
