/** Texts that are almost WXS, or not at all: each is refused with a position, or compiled to valid JavaScript. */
import fc from 'fast-check';
import { compileWxs, createWxsProgram, WxsError } from '../../../simulator/wxs';
import { CASES } from './cases';

/** Compiles a text. Any error without a position is a defect. */
function compiles(text: string): string | undefined {
  try {
    return compileWxs(text, 'm.wxs').code;
  } catch (error) {
    if (!(error instanceof WxsError)) throw error;
    const lines = text.split('\n');
    const { line, column } = error.place;
    const isThere =
      line >= 1 && line <= lines.length && column >= 1 && column <= (lines[line - 1] ?? '').length + 1;
    // Thousands of texts: `expect` takes longer than the compiler.
    if (!isThere) throw new Error(`there is no ${line}:${column} in ${JSON.stringify(text)}`);
    return undefined;
  }
}

const parses = (code: string) => new Function(`return (${code});`);

/** Tokens of WXS, of JavaScript, and of neither. */
const PIECES =
  "var function return if else for while do switch case default break continue typeof void delete this arguments require Math Number Date null undefined true NaN let new class in of a b _c a.b a[b] f(a) 1 2.5 010 \"s\" '\\d' '\\\\' + - * / % == === != && || ! ~ ++ -- = += >>>= ? : ; , . ( ) [ ] { } => ` $ \\ 中 \u3000 \u2028 \ud800 // /* */ \n \r\n"
    .split(' ')
    .concat(['"', "'", '</script>', '${', '*/', '"}; alert(1); //', '\u0000']);

const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(' '));
/** A module of the corpus with a part removed, doubled or replaced. */
const nearly = fc
  .tuple(
    fc.constantFrom(...CASES.map(({ code }) => code)),
    fc.nat(),
    fc.nat(12),
    fc.constantFrom(...PIECES, ''),
  )
  .map(([code, at, length, piece]) => {
    const from = at % (code.length + 1);
    return code.slice(0, from) + piece + code.slice(from + length);
  });

it.each([
  ['soup', soup],
  ['nearly a module', nearly],
  ['any text', fc.string({ unit: 'binary', maxLength: 60 })],
])('%s', (_, texts) => {
  let accepted = 0;
  fc.assert(
    fc.property(texts, (text) => {
      const code = compiles(text);
      if (code === undefined) return;
      accepted += 1;
      parses(code);
    }),
    { numRuns: 3000 },
  );
  expect(accepted).toBeGreaterThan(0);
});

it('a string, name or key cannot become code', () => {
  const text = `module.exports = { "'); process.exit(); ('": '\\u2028"); //', t: "\u2028\`\${1}" };`;
  parses(String(compiles(text)));
});

it.each([
  ['parentheses', (depth: number) => `var a = ${'('.repeat(depth)}1${')'.repeat(depth)};`],
  ['blocks', (depth: number) => `${'{ a; '.repeat(depth)}${'}'.repeat(depth)}`],
  ['arrays', (depth: number) => `var a = ${'['.repeat(depth)}${']'.repeat(depth)};`],
  ['signs', (depth: number) => `var a = ${'!'.repeat(depth)}1;`],
  ['sums', (depth: number) => `var a = 1${' + 1'.repeat(depth)};`],
])('deep %s end in an error or in code, quickly', (_, make) => {
  expect(compiles(make(50))).toBeDefined();
  for (const depth of [100, 300, 1000, 3000, 20_000]) {
    const code = compiles(make(depth));
    if (code !== undefined) parses(code);
  }
});

it('chains of doubling modules are compiled once each', () => {
  const texts: Record<string, string> = { '30.wxs': 'module.exports = 1;' };
  for (let n = 0; n < 30; n += 1) {
    texts[`${n}.wxs`] = `var a = require('./${n + 1}.wxs'); var b = require('./${n + 1}.wxs');`;
  }
  let reads = 0;
  const program = createWxsProgram((path) => {
    reads += 1;
    return texts[path] ?? null;
  });
  program.file('0.wxs');
  expect(program.units.size).toBe(31);
  expect(reads).toBeLessThan(100);
});
