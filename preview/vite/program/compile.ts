/** Compiles a whole mini-program, for the Vite plugin and the build. */
import { scriptCompiler } from './scripts';
import { openSources, type Sources } from './sources';
import { templateCompiler } from './templates';
import type { Manifest, Problem, Program } from './types';
import { readManifest } from './units';
import { wxssCompiler } from './wxss/compile';

/** Options of `programCompiler`. */
export interface CompilerOptions {
  /** Absolute path of the folder that holds app.json. */
  root: string;
  /** true: keep names and positions for debugging; false: minify the scripts. */
  dev: boolean;
}

/**
 * Makes the compiler of one mini-program. Each call of the result reads the sources again and only compiles what has
 * changed. It does not throw for mistakes in the sources: they are in `problems`.
 *
 * In development, a file with a mistake is compiled from its last correct text, so that changes of other files still
 * show.
 */
export function programCompiler({ root, dev }: CompilerOptions): () => Promise<Program> {
  const compile = filesCompiler(dev);
  // A second compiler, because each one caches one state of the sources. Two states in turn would empty the cache.
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

/**
 * Whether the problem is about a built-in tag that means a component of the mini-program in its file. In a file that is
 * only included the tags of app.json count.
 */
function isOfOwnTag({ file, tag }: Problem, { app, units }: Manifest): boolean {
  if (tag === undefined) return false;
  const { usingComponents, componentGenerics } = units[file.replace(/\.wxml$/, '')]?.json ?? app;
  return [usingComponents, componentGenerics].some((tags) => Object.hasOwn(Object(tags), tag));
}

/** Makes a compiler that compiles the given sources as they are. */
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

/** Removes duplicates: a file that many others import would report its mistakes many times. */
function unique(problems: readonly Problem[]): Problem[] {
  const byText = new Map<string, Problem>();
  for (const one of problems) byText.set(`${one.file}:${one.line}:${one.column} ${one.message}`, one);
  return [...byText.values()];
}

/** The problems of severity `error`: a mini-program with one does not run as written. */
export const errorsOf = (program: Program): readonly Problem[] =>
  program.problems.filter(({ severity }) => severity === 'error');
