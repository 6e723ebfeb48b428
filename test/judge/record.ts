/** Writes `verdicts.json`: `npx tsx test/judge/record.ts`, where WeChat's compilers run (x64 under Linux or macOS). */
import { styles } from './corpus/styles';
import { CASES, writeVerdicts } from './verdicts';
import { askWcc, askWcsc } from './wcc';

const verdicts = askWcc(CASES);
const taken = askWcsc(styles);
if (verdicts === undefined || taken === undefined) {
  throw new Error('WeChat’s compilers do not run here: use a machine with an x64 processor.');
}
writeVerdicts(verdicts, taken);
console.log(`${verdicts.length} templates, ${taken.length} style sheets`);
