/** Mini-programs that no person would write, on both stages and in the build; `npm run soak:sources` makes more of them. */
import fc from 'fast-check';
import { program } from './generate';
import { brokenLaw } from './judge';

jest.setTimeout(120_000);

test('60 generated mini-programs: no crash, no hang, no raw error, one verdict', async () => {
  await fc.assert(
    fc.asyncProperty(program, async (files) => {
      expect(await brokenLaw(files)).toBeNull();
    }),
    { seed: 1, numRuns: 60 },
  );
});
