/**
 * The WXS modules of a mini-program: finds and compiles the modules that WXML and other modules require, before any of
 * them runs.
 */
import { compileWxs, type WxsCode } from './compile';
import { type Place, placeOf, WxsError } from './error';
import type { WxsModule } from './modules';

/** A text to compile: a file, or the text between `<wxs>` and `</wxs>`. */
interface WxsSource {
  /** The file's path from the root; for an inline module with its name: `pages/a/a.wxml#m`. */
  readonly id: string;
  /** The path of the file that contains the text, from the root. */
  readonly file: string;
  readonly text: string;
  /** The place where the text starts in that file. */
  readonly start?: Place;
}

/** A module that has been compiled without mistakes, including the modules that it requires. */
export interface WxsUnit extends WxsSource {
  readonly compiled: WxsCode;
  /** The path in `require('…')` → the id of the module. */
  readonly requires: Readonly<Record<string, string>>;
}

export interface WxsProgram {
  /**
   * Compiles a text and all modules that it requires.
   * @throws WxsError for the first mistake in any file, a missing file, or a cycle of modules.
   */
  inline(source: WxsSource): WxsUnit;
  /** Compiles an existing file, by its path from the root. */
  file(path: string): WxsUnit;
  /** Id → compiled module. */
  readonly units: ReadonlyMap<string, WxsUnit>;
}

/**
 * @param read Returns the text of a file by its path from the root; null if there is none.
 * @param compile A compiler; one with a cache if the same texts are compiled repeatedly.
 */
export function createWxsProgram(
  read: (path: string) => string | null,
  compile: typeof compileWxs = compileWxs,
): WxsProgram {
  const units = new Map<string, WxsUnit>();
  /** The modules that are being compiled, each required by the previous one. */
  const chain: string[] = [];

  function add(source: WxsSource): WxsUnit {
    const known = units.get(source.id);
    if (known?.text === source.text) return known;
    const compiled = compile(source.text, source.file, source.start);
    const requires: Record<string, string> = {};
    chain.push(source.id);
    try {
      for (const { src, at, atOnce } of compiled.requires) {
        const fail = (reason: string): never => {
          throw new WxsError(reason, source.file, placeOf(source.text, at, source.start));
        };
        const path = src.startsWith('/')
          ? fail(`require('${src}'): the path must be relative`)
          : from(source.file, src);
        requires[src] = path;
        if (chain.includes(path)) {
          // Two modules may require each other, if the second `require` runs after both modules have run.
          const circle = [...chain.slice(chain.indexOf(path)), path].join(' → ');
          if (atOnce) fail(`these modules require each other: ${circle}`);
          continue;
        }
        const text = read(path);
        if (text === null) fail(`require('${src}'): ${path} does not exist`);
        else add({ id: path, file: path, text });
      }
    } finally {
      chain.pop();
    }
    const unit = { ...source, compiled, requires };
    units.set(source.id, unit);
    return unit;
  }

  return {
    units,
    inline: add,
    file(path) {
      const text = read(path);
      if (text === null) throw new Error(`${path} does not exist.`);
      return add({ id: path, file: path, text });
    },
  };
}

/**
 * Converts a path in a file to a path from the root. A path that leaves the root keeps its `..`, so that it is not
 * found.
 */
function from(file: string, src: string): string {
  const parts = file.split('/').slice(0, -1);
  for (const part of src.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** The file of a `<wxs src>`: relative to the WXML file, or from the root. */
export const wxsPath = (file: string, src: string): string => from(src.startsWith('/') ? '' : file, src);

/** The mistake in a `<wxs>`; undefined if there is none. */
export function wxsTagProblem(
  module: string | true | undefined,
  src: string | true | undefined,
  content: string,
): string | undefined {
  if (typeof module !== 'string' || module === '') return '<wxs> needs a module name';
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(module)) {
    return `"${module}" is not a valid name of a <wxs> module: letters, digits and _ only, no digit first`;
  }
  if (src === undefined) return undefined;
  if (typeof src !== 'string' || !src.endsWith('.wxs'))
    return `<wxs src="${src}">: the path must end with .wxs`;
  return content.trim() === '' ? undefined : '<wxs> has a src and code: remove one of them';
}

/** The data of a unit without its text, to be stored beside its code. */
export interface WxsRecord {
  readonly id: string;
  readonly file: string;
  /** The offsets of the line starts. */
  readonly lines: readonly number[];
  readonly start: Place;
  readonly requires: Readonly<Record<string, string>>;
  readonly isFunction: boolean;
}

/** The record of a unit. */
export function recordOf({ id, file, text, start, requires, compiled }: WxsUnit): WxsRecord {
  const lines = [0];
  for (const { index, 0: end } of text.matchAll(/\n/g)) lines.push(index + end.length);
  return {
    id,
    file,
    lines,
    start: start ?? { line: 1, column: 1 },
    requires,
    isFunction: compiled.isFunction,
  };
}

/** Combines a record and its function to a module that can run. */
export function moduleOf(record: WxsRecord, run: WxsModule['run']): WxsModule {
  const { id, file, lines, start, requires, isFunction } = record;
  return {
    id,
    run,
    isFunction,
    place(at) {
      let line = lines.length - 1;
      while ((lines[line] as number) > at) line -= 1;
      const column = at - (lines[line] as number) + (line === 0 ? start.column : 1);
      return `${file}:${start.line + line}:${column}`;
    },
    resolve: (src) => requires[src] ?? src,
  };
}
