/** Compares the style sheets that WeChat's own compiler (wcsc) refuses with those that the preview refuses. */
import type { Sources } from '../../preview/vite/program/sources';
import { wxssCompiler } from '../../preview/vite/program/wxss/compile';
import { styles } from './corpus/styles';
import { readVerdicts } from './verdicts';

const { styles: recorded } = readVerdicts();

/** True if the preview compiles the style sheet without an error. */
function previewTakes(sheet: string): boolean {
  const read = (file: string) => (file === 'a.wxss' ? sheet : null);
  const sources: Sources = {
    root: '',
    texts: () => [],
    problems: [],
    read,
    exists: (file) => read(file) !== null,
    json: () => ({}),
  };
  const { problems } = wxssCompiler()(sources, 'a.wxss', '');
  return !problems.some(({ severity }) => severity === 'error');
}

test('each style sheet has its verdict', () => {
  expect(Object.keys(recorded)).toEqual([...styles]);
});

test('where the preview and wcsc differ', () => {
  const kinder = styles.filter((sheet) => !recorded[sheet] && previewTakes(sheet));
  const stricter = styles.filter((sheet) => recorded[sheet] && !previewTakes(sheet));
  expect({ kinder, stricter }).toMatchInlineSnapshot(`
{
  "kinder": [
    ".a, .b > .c + .d ~ .e { top: 0 }",
    ".a,, .b { top: 0 }",
  ],
  "stricter": [
    ".a { top }",
    "/* never closed",
  ],
}
`);
});
