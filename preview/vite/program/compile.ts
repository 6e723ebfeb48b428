/** A whole mini-program, compiled: what the Vite plugin serves and the build writes. */
import { scriptCompiler } from './scripts';
import { openSources } from './sources';
import { templateCompiler } from './templates';
import type { Problem, Program } from './types';
import { readManifest } from './units';
import { wxssCompiler } from './wxss/compile';

/** What is compiled, and for whom. */
export interface CompilerOptions {
  /** Absolute path of the folder that holds app.json. */
  root: string;
  /** Keep names and positions for people; without it, scripts are minified. */
  dev: boolean;
}

/**
 * Makes the compiler of one mini-program. Each call of the result reads the sources anew and compiles again only
 * what has changed. It never throws for a mistake in the sources: those are in `problems`.
 */
export function programCompiler({ root, dev }: CompilerOptions): () => Promise<Program> {
  const compileTemplates = templateCompiler(dev);
  const compileScripts = scriptCompiler(!dev);
  const compileWxss = wxssCompiler();

  return async () => {
    const sources = openSources(root);
    const manifest = readManifest(sources);
    const units = Object.values(manifest.units);
    const templates = compileTemplates(
      sources,
      units.map(({ path }) => path),
    );
    const scripts = await compileScripts(sources, [
      ...(manifest.appScript === null ? [] : [manifest.appScript]),
      ...units.map(({ script }) => script),
    ]);
    const styles: Record<string, string> = {};
    const styleProblems: Problem[] = [];
    for (const { path, scope } of [{ path: 'app', scope: '' }, ...units]) {
      const { css, problems } = compileWxss(sources, `${path}.wxss`, scope);
      styles[path] = css;
      styleProblems.push(...problems);
    }
    const problems = unique([
      ...sources.problems,
      ...templates.problems,
      ...scripts.problems,
      ...styleProblems,
    ]);
    return {
      manifest,
      templates: templates.code,
      templateHashes: templates.hashes,
      styles,
      scripts: scripts.scripts,
      problems,
    };
  };
}

/** A file that many take in has its mistakes only once. */
function unique(problems: readonly Problem[]): Problem[] {
  const byText = new Map<string, Problem>();
  for (const one of problems) byText.set(`${one.file}:${one.line}:${one.column} ${one.message}`, one);
  return [...byText.values()];
}

/** The problems that keep a mini-program from running as it is written. */
export const errorsOf = (program: Program): readonly Problem[] =>
  program.problems.filter(({ severity }) => severity === 'error');
