/** Compares the style sheets that WeChat's own compiler (wcsc) refuses with those that the preview refuses. */
import { wxssCompiler } from '../../preview/vite/program/wxss/compile';
import { memorySources } from '../support/memory-sources';
import { styles } from './corpus/styles';
import { readVerdicts } from './verdicts';

const { styles: recorded } = readVerdicts();

/** True if the preview compiles the style sheet without an error. */
function previewAccepts(sheet: string): boolean {
  const { problems } = wxssCompiler()(memorySources({ 'a.wxss': sheet }), 'a.wxss', '');
  return !problems.some(({ severity }) => severity === 'error');
}

test('each style sheet has its verdict', () => {
  expect(Object.keys(recorded)).toEqual([...styles]);
});

test('where the preview and wcsc differ', () => {
  const kinder = styles.filter((sheet) => !recorded[sheet] && previewAccepts(sheet));
  const stricter = styles.filter((sheet) => recorded[sheet] && !previewAccepts(sheet));
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
