/** The matrix is complete, the slice covers every row and column, and docs/faults.md has the same cells. */
import { type Cell, cellsOf, playedOf, sliceOf } from './matrix/cells';
import { documented } from './matrix/document';
import { FAULTS } from './matrix/faults';
import { stepsOf } from './matrix/rows';
import { ERAS } from './matrix/steps';

const names = (cells: readonly Cell[]) => cells.map(({ step, fault }) => `${step.id} × ${fault.title}`);

describe.each(ERAS)('%s', (era) => {
  test('every row has every column, or a reason why not', () => {
    const cells = cellsOf(era);
    expect(cells).toHaveLength(stepsOf(era).length * FAULTS.length);
    expect(new Set(names(cells)).size).toBe(cells.length);
    for (const { excluded } of cells) expect(excluded).not.toBe('');
  });

  test('the slice covers every row and every played column', () => {
    const [slice, whole] = [sliceOf(era), playedOf(era)];
    expect(new Set(slice.map(({ step }) => step))).toEqual(new Set(stepsOf(era)));
    expect(new Set(slice.map(({ fault }) => fault))).toEqual(new Set(whole.map(({ fault }) => fault)));
    expect(slice.length).toBeLessThan(whole.length / 2);
  });

  test('docs/faults.md has the same cells', () => {
    const inDocument = [...documented(era)].map(([name, text]) => [name, text !== '–'] as const);
    const expected = cellsOf(era).map((cell) => [...names([cell]), cell.excluded === undefined] as const);
    // If this fails: run `npm run faults`.
    expect(new Map(inDocument)).toEqual(new Map(expected as [string, boolean][]));
  });
});
