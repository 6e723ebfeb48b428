/** Declares the tests of one era: all cells with `FAULTS=all`, otherwise a slice. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Era } from '../../../simulator';
import { type Cell, playedOf, sliceOf } from '../matrix/cells';
import { documented } from '../matrix/document';
import { playsText, type Written } from '../matrix/table';
import { play } from './play';

/** Plays the matrix of an era. With `FAULTS_OUT`, the outcomes are written to `<folder>/<era>.json`. */
jest.setTimeout(60_000);

export function playMatrix(era: Era): void {
  const cells = process.env.FAULTS === 'all' ? playedOf(era) : sliceOf(era);
  const written: Written[] = [];
  const { FAULTS_OUT: folder } = process.env;
  // Compare the texts, so that a failure shows the difference.
  const expected = folder ? null : documented(era);

  const rows = [...new Set(cells.map(({ step }) => step))];
  describe.each(rows.map((step) => [step.id, step] as const))('%s', (_id, step) => {
    const mine = cells.filter((cell) => cell.step === step);
    test.each(mine.map((cell) => [cell.fault.id, cell] as const))('%s', async (_fault, cell: Cell) => {
      const outcomes = [await play(cell, false)];
      if (cell.fault.plays !== 'single') outcomes.push(await play(cell, true));
      written.push({
        step: cell.step.id,
        fault: cell.fault.id,
        plays: outcomes.map(({ end, way }) => ({ end, way })),
      });
      expect(outcomes.map(({ broken }) => broken)).toEqual(outcomes.map(() => []));
      // If this fails: run `npm run faults`, and check the change of docs/faults.md.
      if (expected) expect(playsText(outcomes)).toBe(expected.get(`${cell.step.id} × ${cell.fault.title}`));
    });
  });

  afterAll(() => {
    if (folder) writeFileSync(path.join(folder, `${era}.json`), JSON.stringify(written));
  });
}
