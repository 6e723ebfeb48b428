/** Compiles the scripts of a mini-program to CommonJS module bodies, as WeChat runs them. */
import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Location, type TransformFailure, transform } from 'esbuild';
import { isSloppy } from '../../../simulator/headless/modules/project.cjs';
import { withSlashes } from '../../../simulator/sources/text-file';
import { candidatesOf } from './candidates';
import { type Place, placeOf, problemAt } from './problems';
import { absentGlobals } from './script-globals';
import type { Sources } from './sources';
import type { Problem, Script } from './types';
import { scriptOf } from './units';

/** A compiled file. The targets of its requires are not resolved yet. */
interface Compiled {
  code: string;
  map: string;
  requires: readonly string[];
  /** Folders in the computed requires, as written: `./plugins/`. */
  folders: readonly string[];
  problems: readonly Problem[];
}

const isFailure = (error: unknown): error is TransformFailure =>
  typeof error === 'object' && error !== null && Array.isArray((error as TransformFailure).errors);

async function compile(file: string, text: string, minify: boolean, sloppy: boolean): Promise<Compiled> {
  try {
    const { code, map } = await transform(text, {
      loader: file.endsWith('.ts') ? 'ts' : 'js',
      // A script with `"es6": false` must not use `import`. `moduleProblem` reports it.
      ...(sloppy ? {} : { format: 'cjs' as const }),
      target: 'es2022',
      // `import()` becomes `require`. Otherwise a browser would load any URL into the scope of the page.
      supported: { 'dynamic-import': false },
      // In strict mode, `this` of a script is undefined. esbuild would replace it by `exports`.
      define: sloppy ? absentGlobals : { ...absentGlobals, this: 'undefined' },
      sourcemap: 'external',
      sourcefile: file,
      sourcesContent: true,
      charset: 'utf8',
      minify,
    });
    const requires = [...code.matchAll(REQUIRE)].map(([, , quoted, template]) =>
      unescaped(quoted ?? template ?? ''),
    );
    const folders = [...code.matchAll(CALCULATED)].map(([, template, text]) =>
      (template ?? text ?? '').replace(/[^/]*$/, ''),
    );
    const problems = sloppy && MODULE.test(code) ? [moduleProblem(file, text)] : [];
    return {
      code: problems.length > 0 ? '' : code,
      map,
      requires: [...new Set(requires)],
      folders: [...new Set(folders)],
      problems,
    };
  } catch (error) {
    if (!isFailure(error)) throw error;
    const problems = error.errors.map(({ text: message, location }) =>
      problemAt('error', file, placeAt(location), message, text),
    );
    return { code: '', map: '', requires: [], folders: [], problems };
  }
}

/** The position of an esbuild location. Its column counts bytes instead of characters. */
function placeAt(location: Location | null): Place {
  if (location === null) return { line: 0, column: 0 };
  const before = Buffer.from(location.lineText).subarray(0, location.column).toString();
  return { line: location.line, column: before.length + 1 };
}

/** `require` of a name in quotes, or in a template literal without `${`. */
const REQUIRE =
  /\brequire(?:\.async)?\(\s*(?:(["'])((?:\\[\s\S]|(?!\1)[^\\])+)\1|`((?:\\[\s\S]|(?!\$\{)[^`\\])+)`)\s*\)/g;

const LETTERS: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  0: '\0',
};

/**
 * The value of a string literal in esbuild's output. esbuild escapes more characters than the source, e.g. U+2028 and
 * single surrogates.
 */
const unescaped = (literal: string): string =>
  literal.replace(/\\(?:u\{(\w+)\}|u(\w{4})|x(\w{2})|([\s\S]))/g, (_, braced, four, two, one: string) => {
    const code = braced ?? four ?? two;
    return code === undefined ? (LETTERS[one] ?? one) : String.fromCodePoint(Number.parseInt(code, 16));
  });

/** A computed `require` with a literal folder: `./plugins/${name}`, './plugins/' + name. */
const CALCULATED = /\brequire(?:\.async)?\(\s*(?:`(\.{0,2}\/[^`$]*)\$\{|["'](\.{0,2}\/[^"']*)["']\s*\+)/g;

/**
 * The scripts of a folder, by the names that a computed `require` may use. All of them are included, because on a phone
 * a computed `require` can load any script of the mini-program. For example, towxml loads its parts with it.
 */
function inFolder(
  sources: Sources,
  from: string,
  folder: string,
): (readonly [target: string, path: string])[] {
  const base = folder.startsWith('/') ? '' : posix.dirname(from);
  const place = posix.normalize(posix.join(base, folder));
  if (place.startsWith('..')) return [];
  let files: string[] = [];
  try {
    files = readdirSync(join(sources.root, place), { recursive: true, encoding: 'utf8' });
  } catch {
    // The folder does not exist. The call of `require` fails at run time.
  }
  return files
    .map(withSlashes)
    .filter((file) => /\.(js|ts)$/.test(file) && !/\.d\.ts$|(^|\/)node_modules\//.test(file))
    .flatMap((file) => {
      const name = file.replace(/\.(js|ts)$/, '');
      const path = posix.join(place, name);
      const names = [
        name,
        `${name}.js`,
        ...(/(^|\/)index$/.test(name) ? [name.replace(/\/?index$/, '')] : []),
      ];
      return names.map((one) => [folder + one, path] as const);
    });
}

/** `import` and `export` statements in esbuild's output. */
const MODULE = /^(?:import|export)\b(?!\()/m;

function moduleProblem(file: string, text: string): Problem {
  const offset = Math.max(0, text.search(MODULE));
  const message = 'import and export need "es6": true in project.config.json';
  return problemAt('error', file, placeOf(text, offset), message, text);
}

/** Path of the script for `require(target)` in the script `from`; null if there is none. */
function resolve(sources: Sources, from: string, target: string): string | null {
  const candidates = candidatesOf(sources, from, target.replace(/\.(ts|js)$/, ''));
  return candidates.find((path) => scriptOf(sources, path) !== null) ?? null;
}

/** Creates the problem of a missing module, at the position of its name in the source. */
function missing(file: string, text: string, target: string): Problem {
  const offset = Math.max(
    0,
    text.search(new RegExp(`['"\`]${target.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}['"\`]`)),
  );
  // A missing package is only a warning, because often only another page needs it.
  const isPackage = !/^[./]/.test(target);
  const hint = isPackage ? ': install the package and build npm in WeChat DevTools' : '';
  const message = `module "${target}" is not found${hint}`;
  return problemAt(isPackage ? 'warning' : 'error', file, placeOf(text, offset), message, text);
}

/** Cache for all compilers of this process. A compilation is slow, because it is a round trip to esbuild's process. */
const memory = new Map<string, { text: string; compiled: Promise<Compiled> }>();

/** Compiles a file, or returns the cached result if its text has not changed. */
function compiledOf(file: string, text: string, minify: boolean, sloppy: boolean): Promise<Compiled> {
  const key = `${file}\0${minify}\0${sloppy}`;
  const known = memory.get(key);
  if (known?.text === text) return known.compiled;
  const compiled = compile(file, text, minify, sloppy);
  memory.set(key, { text, compiled });
  return compiled;
}

/** Creates the compiler of all scripts. */
export function scriptCompiler(minify: boolean) {
  /** Compiles the scripts of these paths (without the extension) and all scripts that they require. */
  return async (sources: Sources, paths: readonly string[]) => {
    const asItIs = isSloppy(sources.root);
    // The object has no prototype, because a file may be named constructor.js.
    const scripts: Record<string, Script> = Object.create(null);
    const problems: Problem[] = [];
    const queue = [...paths];
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const file = scriptOf(sources, path);
      const text = file === null ? null : sources.read(file);
      if (file === null || text === null || scripts[path]) continue;
      const sloppy = asItIs && file.endsWith('.js');
      const compiled = await compiledOf(file, text, minify, sloppy);
      problems.push(...compiled.problems);
      const requires = new Map(compiled.folders.flatMap((folder) => inFolder(sources, path, folder)));
      for (const target of compiled.requires) {
        const found = resolve(sources, path, target);
        if (found === null) problems.push(missing(file, text, target));
        else requires.set(target, found);
      }
      const { code, map } = compiled;
      scripts[path] = { file, code, map, requires: Object.fromEntries(requires), sloppy };
      queue.push(...requires.values());
    }
    return { scripts, problems };
  };
}
