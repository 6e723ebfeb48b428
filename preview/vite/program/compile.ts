/** A whole mini-program, compiled: what the Vite plugin serves and the build writes. */
import { scriptCompiler } from './scripts';
import { openSources, type Sources } from './sources';
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
 *
 * In development a file with a mistake counts as it was before the mistake, so that every other file can still be
 * edited and seen.
 */
export function programCompiler({ root, dev }: CompilerOptions): () => Promise<Program> {
  const compile = filesCompiler(dev);
  // Of its own, because each compiler remembers one state of the sources: two in turn would make it forget.
  const compileMended = filesCompiler(dev);
  const good = new Map<string, string>();

  return async () => {
    const sources = openSources(root);
    const program = await compile(sources);
    if (!dev) return program;
    const broken = new Set(errorsOf(program).map(({ file }) => file));
    for (const [file, text] of sources.texts()) if (!broken.has(file)) good.set(file, text);
    const before = new Map([...good].filter(([file]) => broken.has(file)));
    if (before.size === 0) return program;
    const mended = await compileMended(openSources(root, before));
    return { ...mended, problems: program.problems };
  };
}

/** Compiles what it is given as it is. */
function filesCompiler(dev: boolean): (sources: Sources) => Promise<Program> {
  const compileTemplates = templateCompiler(dev);
  const compileScripts = scriptCompiler(!dev);
  const compileWxss = wxssCompiler();

  return async (sources) => {
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
      wxs: templates.wxs,
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
