/** The copies of data that the panels display. */
import { copyOf } from '../../simulator/program/data-copy';

test('names values that JSON lacks, cuts cycles, and shows component instances by path', () => {
  const cyclic: Record<string, unknown> = { n: 1 };
  cyclic.self = cyclic;
  expect(
    copyOf({
      cyclic,
      run() {},
      big: 1n,
      date: new Date(0),
      bad: new Date(Number.NaN),
      bytes: new Uint8Array(3),
      instance: { is: 'c/k', _$: {} },
      nothing: [null, undefined],
    }),
  ).toEqual({
    cyclic: { n: 1, self: '[circular]' },
    run: '[function]',
    big: '1',
    date: '1970-01-01T00:00:00.000Z',
    bad: 'Invalid Date',
    bytes: '[3 bytes]',
    instance: '[component c/k]',
    nothing: [null, undefined],
  });
});

test('an object referenced at each of forty levels has a limited copy', () => {
  let tree: object = { leaf: 1 };
  for (let level = 0; level < 40; level += 1) tree = { left: tree, right: tree };
  expect(JSON.stringify(copyOf(tree)).length).toBeLessThan(2_000_000);
});

test('small data is complete, also with shared references', () => {
  const one = { id: 1 };
  expect(copyOf({ list: [one], chosen: one })).toEqual({ list: [{ id: 1 }], chosen: { id: 1 } });
});
