/** The recorded results of WeChat's compilers, for machines on which these do not run. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { casesOf, type JudgedCase, keyOf, type Verdict } from './case';
import { expressions } from './corpus/expressions';
import { styles } from './corpus/styles';
import { templates } from './corpus/templates';

/** The whole corpus of templates. */
export const CASES: readonly JudgedCase[] = casesOf([...expressions, ...templates]);

/** The recorded verdicts. */
interface Recorded {
  /** Key of the case → verdict. */
  readonly templates: Readonly<Record<string, Verdict>>;
  /** Style sheet → true if it is accepted. */
  readonly styles: Readonly<Record<string, boolean>>;
}

const FILE = join(__dirname, 'verdicts.json');

export const readVerdicts = (): Recorded => JSON.parse(readFileSync(FILE, 'utf8')) as Recorded;

/** Writes the current verdicts of the compilers. */
export function writeVerdicts(verdicts: readonly Verdict[], taken: readonly boolean[]): void {
  const lines = (rows: readonly (readonly [string, unknown])[]) =>
    rows.map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(',\n');
  const judged = CASES.map((one, index) => [keyOf(one), verdicts[index]] as const);
  const sheets = styles.map((sheet, index) => [sheet, taken[index]] as const);
  const unique = [...new Map(judged)];
  writeFileSync(
    FILE,
    `{\n  "templates": {\n${lines(unique)}\n  },\n  "styles": {\n${lines(sheets)}\n  }\n}\n`,
  );
}
