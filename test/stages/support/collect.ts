/** Finds the cases of a theme: folders with a `case.ts`, and files `*.cases.ts` with several cases. */
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Case } from './case';

/** A case and its location. */
export interface Found {
  /** Its path below `cases/`, for `jest -t`. */
  readonly name: string;
  readonly one: Case;
  /** Its folder; absent for a case of a `*.cases.ts` file. */
  readonly folder?: string;
}

export const CASES = join(__dirname, '../cases');

const nameOf = (path: string): string => relative(CASES, path).split(sep).join('/');

/** Cases below `cases/<theme>`, sorted by name. */
export function collect(theme: string): Found[] {
  const found: Found[] = [];
  const visit = (folder: string): void => {
    const file = join(folder, 'case.ts');
    if (existsSync(file)) {
      found.push({ name: nameOf(folder), one: (require(file) as { default: Case }).default, folder });
      return;
    }
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (entry.name.endsWith('.cases.ts')) {
        const { default: cases } = require(path) as { default: Readonly<Record<string, Case>> };
        const prefix = nameOf(path).replace(/\.cases\.ts$/, '');
        found.push(...Object.entries(cases).map(([name, one]) => ({ name: `${prefix}/${name}`, one })));
      }
    }
  };
  if (existsSync(join(CASES, theme))) visit(join(CASES, theme));
  return found;
}
