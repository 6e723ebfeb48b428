/** Writes `verdicts.json`: `npx tsx test/simulator/wxs/record.ts`, on Linux with an x64 processor. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { CASES } from './cases';
import { startWcc } from './wcc';

const wcc = startWcc();
if (wcc === undefined) throw new Error('wcc runs on Linux with an x64 processor only.');
const verdicts = Object.fromEntries(CASES.map((one) => [one.name, wcc.judge(one)]));
wcc.end();
writeFileSync(path.join(__dirname, 'verdicts.json'), `${JSON.stringify(verdicts, null, 2)}\n`);
console.log(`${CASES.length} verdicts`);
