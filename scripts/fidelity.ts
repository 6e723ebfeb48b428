/**
 * Writes `simulator/FIDELITY.md` from the titles of the conformance tests, from `simulator/unmodelled.ts` and from the
 * cases that differ between the stages. Run it after a change of any of them: `npx tsx scripts/fidelity.ts`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UNMODELLED } from '../simulator/unmodelled';
import { CASES, collect } from '../test/stages/support/collect';

const ROOT = join(__dirname, '..');
const TESTS = join(ROOT, 'test/conformance');

/** A behaviour, from the title of a conformance test: `behaviour [source]`. */
interface Behaviour {
  /** Name of the test file, without the extension. */
  readonly area: string;
  readonly behaviour: string;
  /** Empty if the title has no source, which a test forbids. */
  readonly source: string;
}

/** The behaviours of all conformance tests. */
export function behaviours(): Behaviour[] {
  return testFiles().flatMap(({ area, text }) =>
    [...text.matchAll(/^test\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/gm)].map(
      ([, single, double]) => {
        const title = (single ?? double ?? '').replace(/\\(['"])/g, '$1');
        const [, behaviour = title, source = ''] = /^(.*) \[([^[\]]+)\]$/s.exec(title) ?? [];
        return { area, behaviour, source };
      },
    ),
  );
}

function testFiles(): { area: string; text: string; about: string }[] {
  return readdirSync(TESTS)
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(TESTS, name), 'utf8');
      const about = /^\/\*\* (.*?) \*\//.exec(text)?.[1] ?? '';
      return { area: name.replace('.test.ts', ''), text, about };
    });
}

/** A source as a Markdown link, if it is a URL. */
export function linkOf(source: string): string {
  const page = /^page (\S+)$/.exec(source)?.[1];
  if (page !== undefined) {
    const outside = page.startsWith('design/') ? `miniprogram/${page}` : undefined;
    const below = page.startsWith('doc/') ? page : (outside ?? `miniprogram/dev/${page}`);
    return `[${page}](https://developers.weixin.qq.com/${below})`;
  }
  const [, id, rest = ''] = /^announcement (\w+)(.*)$/.exec(source) ?? [];
  if (id !== undefined) {
    return `[announcement](https://developers.weixin.qq.com/community/develop/doc/${id})${rest}`;
  }
  const url = /^community (\S+)$/.exec(source)?.[1];
  if (url !== undefined) return `[community](${url})`;
  return source === 'choice' ? '–' : source;
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;

/** The section about differences between the stages. Each row is a case that tests one difference on both stages. */
function differences(): string {
  const rows = readdirSync(CASES)
    .sort()
    .flatMap(collect)
    .flatMap(({ name, one }) =>
      one.differs ? [row(cell(one.differs.fidelity), cell(one.differs.why), `test/stages, ${name}`)] : [],
    );
  return [
    '## Two stages',
    '',
    'WeChat has two component frameworks. The headless stage runs exparser, the one that phones use by default; the preview runs glass-easel, the newer one, which `"componentFramework": "glass-easel"` in app.json chooses. One suite plays every case on both (`test/stages/`). What follows is all that is known to differ between them; everything else that differs is a defect.',
    '',
    row('Difference', 'Why', 'Held by'),
    row('---', '---', '---'),
    ...rows,
  ].join('\n');
}

/** The text of `simulator/FIDELITY.md`. */
export function fidelity(): string {
  const modelled = behaviours();
  const choices = modelled.filter(({ source }) => source === 'choice').length;
  const areas = testFiles().map(({ area, about }) => {
    const rows = modelled
      .filter((one) => one.area === area)
      .map(({ behaviour, source }) =>
        row(cell(behaviour), linkOf(source), source === 'choice' ? 'unsourced choice' : 'modelled'),
      );
    const missing = UNMODELLED.filter((one) => one.area === area).map(({ behaviour, source, reason }) =>
      row(cell(behaviour), linkOf(source), `not modelled: ${cell(reason)}`),
    );
    return [
      `## ${area}`,
      '',
      about,
      '',
      row('Behaviour', 'Source', 'Status'),
      row('---', '---', '---'),
      ...rows,
      ...missing,
    ].join('\n');
  });
  return `${[
    '# How faithful is the phone?',
    '',
    'Written by `npx tsx scripts/fidelity.ts` from the titles of the tests in `test/conformance/`, from `unmodelled.ts` and from the cases in `test/stages/`; a test checks that it is up to date.',
    '',
    row('Status', 'Behaviours', 'Meaning'),
    row('---', '---', '---'),
    row('modelled', String(modelled.length - choices), 'a source says so, and a test holds the phone to it'),
    row(
      'unsourced choice',
      String(choices),
      'no public source was found; the plainest behaviour was chosen, and a test holds the phone to it',
    ),
    row('not modelled', String(UNMODELLED.length), 'known of WeChat, absent here, for the reason given'),
    '',
    'Sources: *typings N* is a line of `types/wx/lib.wx.api.d.ts` in miniprogram-api-typings 5.2.3; a path is a page of the official documentation; *announcement* is one of WeChat’s in its community; *community* is a user’s report, likely and not certain.',
    '',
    areas.join('\n\n'),
    '',
    differences(),
  ].join('\n')}\n`;
}

if (process.argv[1] === __filename) writeFileSync(join(ROOT, 'simulator/FIDELITY.md'), fidelity());
