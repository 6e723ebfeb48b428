/** Selects the problems of the open pages: an error in another page must not cover the visible page. */
import type { Manifest, Problem, Scripts } from '../../vite/program/types';

const withoutEnding = (file: string): string => file.replace(/\.[^./]+$/, '');

/** Paths of these pages and of all components that they use, directly or indirectly. */
function unitsOf({ units }: Manifest, pages: readonly string[]): Set<string> {
  const found = new Set(pages);
  for (const path of found) {
    const using = units[path]?.json.usingComponents as Readonly<Record<string, string>> | undefined;
    for (const target of Object.values(using ?? {})) found.add(target);
  }
  return found;
}

/** These scripts and all scripts that they require, directly or indirectly. */
function scriptsOf(scripts: Scripts, from: Iterable<string>): Set<string> {
  const found = new Set(from);
  for (const path of found) for (const next of Object.values(scripts[path]?.requires ?? {})) found.add(next);
  return found;
}

/**
 * The problems that concern these pages. A problem in the files of another page, or in a script that these pages do not
 * use, is left out. A problem in app.json, in a shared template or in an imported style sheet concerns every page.
 */
export function relevantProblems(
  problems: readonly Problem[],
  manifest: Manifest,
  scripts: Scripts,
  pages: readonly string[],
): Problem[] {
  const units = unitsOf(manifest, pages);
  const near = scriptsOf(scripts, ['app', ...units]);
  const isElsewhere = (path: string) =>
    (path in manifest.units && !units.has(path)) || (path in scripts && !near.has(path));
  const isRelevant = ({ file, units: of }: Problem) =>
    of === undefined || of.length === 0
      ? !isElsewhere(withoutEnding(file))
      : of.some((path) => units.has(path));
  return problems.filter(isRelevant);
}
