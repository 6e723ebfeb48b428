/** Compiles a whole mini-program, for the Vite plugin and the build. */
import { scriptCompiler } from './scripts';
import { openSources, type Sources } from './sources';
import { templateCompiler } from './templates';
import type { Manifest, Problem, Program } from './types';
import { readManifest } from './units';
import { wxssCompiler } from './wxss/compile';

/** Options of `programCompiler`. */
interface CompilerOptions {
  /** Absolute path of the folder with app.json. */
  root: string;
  /** true: keep names and positions for debugging; false: minify the scripts. */
  dev: boolean;
}

/**
 * Creates the compiler of one mini-program. Each call of the result reads the sources again, and compiles only the
 * changed files. It does not throw for mistakes in the sources: they are in `problems`.
 *
 * In development, a file with a mistake is compiled from its last correct text, so that changes of other files still
 * take effect.
 */
export function programCompiler({ root, dev }: CompilerOptions): () => Promise<Program> {
  const compile = filesCompiler(dev);
  // Each compiler caches one state of the sources. A single compiler for both states would always lose its cache.
  const compileLastCorrect = filesCompiler(dev);
  const correctTexts = new Map<string, string>();

  return async () => {
    const sources = openSources(root);
    const program = await compile(sources);
    if (!dev) return program;
    const withErrors = new Set(errorsOf(program).map(({ file }) => file));
    for (const [file, text] of sources.texts()) if (!withErrors.has(file)) correctTexts.set(file, text);
    const before = new Map([...correctTexts].filter(([file]) => withErrors.has(file)));
    if (before.size === 0) return program;
    const lastCorrect = await compileLastCorrect(openSources(root, before));
    return { ...lastCorrect, problems: program.problems };
  };
}

/**
 * Whether the problem is about a built-in tag, but the tag is a component of the mini-program in this file. For a file
 * that is only included, the components of app.json count.
 */
function isOfOwnTag({ file, tag }: Problem, { app, units }: Manifest): boolean {
  if (tag === undefined) return false;
  const { usingComponents, componentGenerics } = units[file.replace(/\.wxml$/, '')]?.json ?? app;
  return [usingComponents, componentGenerics].some((tags) => Object.hasOwn(Object(tags), tag));
}

/** Creates a compiler without the handling of files with mistakes. */
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
      ...templates.problems.filter((one) => !isOfOwnTag(one, manifest)).map(({ tag: _, ...one }) => one),
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

/** Removes duplicates. Without this, a mistake in an imported file would be reported once for each import. */
function unique(problems: readonly Problem[]): Problem[] {
  const byText = new Map<string, Problem>();
  for (const one of problems) byText.set(`${one.file}:${one.line}:${one.column} ${one.message}`, one);
  return [...byText.values()];
}

/** The problems of severity `error`. With such a problem, the mini-program does not run as written. */
export const errorsOf = (program: Program): readonly Problem[] =>
  program.problems.filter(({ severity }) => severity === 'error');
