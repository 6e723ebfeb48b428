/**
 * Compares refused WXSS with WeChat's own compiler. The compiler does not run on every processor, so its verdicts are
 * recorded in `wxss-verdicts.json`. Where it runs, a test compares the records with its results.
 */
import { openSources } from '../../preview/vite/program/sources';
import { wxssCompiler } from '../../preview/vite/program/wxss/compile';
import { type ProgramFolder, programFolder } from '../support/program-folder';
import { compileSheets } from '../support/wcsc';
import verdicts from './wxss-verdicts.json';

/** Intended differences with their reasons: this project is stricter, or names the better line. */
const different: ReadonlyMap<string, readonly [line: number | null, why: string]> = new Map([
  ['.a { color red }', [1, 'wcsc passes on a declaration without a colon, which no browser takes']],
  ['/* never closed .a { color: red }', [1, 'wcsc drops the rest of the file without a word']],
  ['.a{color:red;}/*x', [1, 'wcsc drops the rest of the file without a word']],
  ['.a { color: [red }', [1, 'wcsc passes on a value that no browser takes']],
  [
    '.a { width: 100%; height: 100% }\n.b { width: 1rpx\n.c { color: red }',
    [2, 'wcsc takes the next rule for a value'],
  ],
  ['.a {\n  color: red;\n  width: 1px\n', [1, 'the line of the brace that is never closed']],
  ['.a {\n  color: red;\n  b\n\n.c { color: red }', [1, 'the line of the brace that is never closed']],
  [
    '.a {\n  color: red;\n.c { color: red; }\n.d { color: red; }',
    [1, 'the line of the brace that is never closed'],
  ],
  [
    '.a>.b+.c~.d{color:red}',
    [null, 'wcsc refuses one ~ without spaces and takes another: no rule was found'],
  ],
]);

let folder: ProgramFolder;
beforeAll(() => {
  folder = programFolder({ 'other.wxss': '.o { width: 1rpx }' });
});
afterAll(() => folder.remove());

function problemsOf(text: string, scope: string) {
  folder.write({ 'a.wxss': text });
  return wxssCompiler()(openSources(folder.root), 'a.wxss', scope).problems;
}

test('the records equal the results of wcsc', () => {
  const textsOf = (records: readonly { text: string }[]) => records.map(({ text }) => text);
  const grammar = compileSheets(textsOf(verdicts.grammar));
  const component = compileSheets(textsOf(verdicts.component), '-js', '-lc', '-pc', '1');
  const host = compileSheets(textsOf(verdicts.host), '-js', '-lc', '-pc', '1');
  if (grammar === undefined || component === undefined || host === undefined) return;
  const placeOf = (output: string) => /attribute selectors\.\(\S+?:(\d+):/.exec(output)?.[1];
  expect({
    grammar: grammar.map(({ refused }, at) => ({ ...verdicts.grammar[at], refused })),
    component: component.map(({ output }, at) => {
      const place = placeOf(output);
      return { ...verdicts.component[at], loose: place === undefined ? null : Number(place) };
    }),
    host: host.map(({ output }, at) => ({ ...verdicts.host[at], converted: output.includes('[is') })),
  }).toEqual({
    grammar: verdicts.grammar,
    component: verdicts.component,
    // wcsc drops `.x` or `-context` from the others that it converts. The preview does not convert them.
    host: verdicts.host.map(({ text, converted }) => ({
      text,
      converted: converted || /^:host[.]|^:host-context\(.x\) \{/.test(text),
    })),
  });
});

test.each(verdicts.grammar)('$text', ({ text, refused }) => {
  const own = problemsOf(text, '').find(({ severity }) => severity === 'error')?.line ?? null;
  const [expected] = different.get(text) ?? [refused];
  expect({ text, own }).toEqual({ text, own: expected });
});

test.each(verdicts.component)('in a component: $text', ({ text, loose }) => {
  const lines = problemsOf(text, 's').flatMap(({ line, message }) =>
    message.includes('select by class only') ? [line] : [],
  );
  // wcsc reports only the last position.
  expect(lines.at(-1) ?? null).toBe(loose);
});

test.each(verdicts.host)('of the component itself: $text', ({ text, converted }) => {
  folder.write({ 'a.wxss': text });
  const { css, problems } = wxssCompiler()(openSources(folder.root), 'a.wxss', 's');
  expect({
    converted: css.includes('[wx-host="s"]') && !css.includes(':host'),
    warned: problems.some(
      ({ severity, message }) => severity === 'warning' && message.includes('converts only'),
    ),
  }).toEqual({ converted, warned: !converted });
});

test('every listed difference has a case', () => {
  const texts = new Set(verdicts.grammar.map(({ text }) => text));
  expect([...different.keys()].filter((text) => !texts.has(text))).toEqual([]);
});

test('a selector that browsers refuse is dropped with a warning, like in a browser', () => {
  const problems = problemsOf('.a: hover { color: red }', '');
  expect(problems.map(({ severity, line }) => ({ severity, line }))).toEqual([
    { severity: 'warning', line: 1 },
  ]);
});
