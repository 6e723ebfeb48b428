/** Reads the outcome of each cell from `docs/faults.md`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Era } from '../../../simulator';

const PAGE = path.resolve(__dirname, '../../../docs/faults.md');

/** The outcomes of an era: `step × title of the fault` → text of the cell. */
export function documented(era: Era): ReadonlyMap<string, string> {
  const sections = readFileSync(PAGE, 'utf8').split(/^## /m);
  const section = sections.find((part) => part.startsWith(`${era}\n`)) ?? '';
  const cells = new Map<string, string>();
  let columns: string[] = [];
  for (const line of section.split('\n')) {
    if (!line.startsWith('| ') || line.startsWith('| ---')) continue;
    const [first = '', ...rest] = line.slice(2, -2).split(' | ');
    if (first === 'step') columns = rest;
    else for (const [at, text] of rest.entries()) cells.set(`${first} × ${columns[at]}`, text);
  }
  return cells;
}
