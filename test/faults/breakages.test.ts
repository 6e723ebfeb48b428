/** The list of `npm run breakages` fits the sources: each passage that it changes occurs exactly once. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BREAKAGES } from './breakages/list';

const root = path.resolve(__dirname, '../..');

test.each(BREAKAGES.map((one) => [one.id, one] as const))('%s', (_id, { file, from, to }) => {
  expect(readFileSync(path.join(root, file), 'utf8').split(from)).toHaveLength(2);
  expect(to).not.toBe(from);
});
