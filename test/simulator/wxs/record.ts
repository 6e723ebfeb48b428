/** Writes `verdicts.json`: `npx tsx test/simulator/wxs/record.ts`, where wcc runs (x64 under Linux or macOS). */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { CASES } from './cases';
import { askWcc } from './wcc';

const results = askWcc(CASES);
if (results === undefined) throw new Error('wcc runs on an x64 processor under Linux or macOS only.');
const verdicts = Object.fromEntries(CASES.map(({ name }, index) => [name, results[index]]));
writeFileSync(path.join(__dirname, 'verdicts.json'), `${JSON.stringify(verdicts, null, 2)}\n`);
console.log(`${CASES.length} verdicts`);
