/** Both stages accept, refuse and render like WeChat's own compiler (wcc). */
import type { Problem } from '../../preview/vite/program/types';
import { type JudgedCase, keyOf, type Verdict } from './case';
import { headlessVerdict } from './headless-tree';
import { previewVerdict } from './preview-tree';
import { CASES, readVerdicts } from './verdicts';

const { templates: recorded } = readVerdicts();
const isRefused = (verdict: Verdict): verdict is { refused: string } => 'refused' in verdict;

/** A title for the case in one line. */
const title = ({ wxml, files }: JudgedCase): string =>
  Object.keys(files).length === 0 ? wxml : `${wxml}  ${JSON.stringify(files)}`;

function wccVerdict(one: JudgedCase): Verdict {
  const verdict = recorded[keyOf(one)];
  if (verdict === undefined) {
    throw new Error(`wcc was never asked about ${title(one)}: run npx tsx test/judge/record.ts`);
  }
  return verdict;
}

/** The cases whose result differs from `expected`. */
function wrong(
  cases: readonly JudgedCase[],
  judge: (one: JudgedCase) => Verdict,
  expected: (one: JudgedCase) => Verdict,
): object[] {
  return cases.flatMap((one) => {
    const [is, should] = [judge(one), expected(one)];
    const same = isRefused(is) && isRefused(should) ? true : JSON.stringify(is) === JSON.stringify(should);
    return same ? [] : [{ case: title(one), is, should }];
  });
}

const agreed = CASES.filter(({ differs }) => differs === undefined);
const previewOnly = CASES.filter(({ differs }) => differs?.how === 'drawn otherwise in the preview');

test('there are more than 900 cases, and each has a verdict', () => {
  expect(CASES.length).toBeGreaterThan(900);
  for (const one of CASES) wccVerdict(one);
});

test('the headless stage agrees with wcc', () => {
  expect(wrong([...agreed, ...previewOnly], headlessVerdict, wccVerdict)).toEqual([]);
});

test('the preview agrees with wcc', () => {
  expect(wrong(agreed, previewVerdict, wccVerdict)).toEqual([]);
});

test('the differences are exactly the documented ones', () => {
  for (const one of CASES) {
    const { differs } = one;
    if (differs === undefined) continue;
    const [wcc, headless, preview] = [wccVerdict(one), headlessVerdict(one), previewVerdict(one)];
    const context = title(one);
    if (differs.how === 'drawn otherwise in the preview') {
      expect({ context, preview }).not.toEqual({ context, preview: wcc });
      continue;
    }
    expect({ context, preview }).toEqual({ context, preview: headless });
    expect({ context, refused: isRefused(headless) }).toEqual({
      context,
      refused: differs.how === 'refused',
    });
    expect({ context, headless }).not.toEqual({ context, headless: wcc });
  }
});

test('both stages refuse with the same words at the same position', () => {
  const refused = CASES.map((one) => [one, headlessVerdict(one)] as const).filter(([, verdict]) =>
    isRefused(verdict),
  );
  expect(refused.length).toBeGreaterThan(200);
  expect(refused.map(([one]) => [title(one), previewVerdict(one)])).toEqual(
    refused.map(([one, verdict]) => [title(one), verdict]),
  );
});

test('a mistake is reported in the same file and line as by wcc', () => {
  const place = (verdict: Verdict) => /^([^:]+:\d+):/.exec(isRefused(verdict) ? verdict.refused : '')?.[1];
  const other = agreed.flatMap((one) => {
    const [wcc, headless] = [place(wccVerdict(one)), place(headlessVerdict(one))];
    // For an unclosed tag, wcc names the end of the file; the stages name the tag.
    return wcc === headless || one.wxml.includes('\n') || wcc === undefined
      ? []
      : [{ case: title(one), wcc, headless }];
  });
  expect(other).toEqual([]);
});

test("syntax that only some of WeChat's compilers accept is reported by both stages", () => {
  const taken = CASES.filter(({ wxml, differs }) => differs?.how === 'accepted' && !wxml.includes('\n'));
  for (const one of taken) {
    const reports: string[] = [];
    const warnings: Problem[] = [];
    headlessVerdict(one, reports);
    previewVerdict(one, warnings);
    expect([title(one), reports.map((report) => report.split('\n')[0])]).toEqual([
      title(one),
      warnings.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`),
    ]);
    expect(reports.join()).toContain('should have quotes');
  }
});
