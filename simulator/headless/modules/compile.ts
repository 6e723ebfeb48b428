/**
 * Compiles a script of a mini-program, TypeScript or ES module, to CommonJS, for test runners that do not compile it.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Options, Output } from '@swc/core';
import { bodyOf } from './body.cjs';
import { AS_IT_IS, isKeptAsWritten, OPTIONS, withWritableExports } from './prepare.cjs';
import type { Compiled } from './registry';
import { packageOf, rootOf } from './root.cjs';
import { settings } from './settings';
import { noteMap } from './source-maps';
import { syntaxError } from './syntax-error.cjs';

interface Swc {
  transformSync(source: string, options: Options): Output;
}

/** Loaded for the first script only, because a test runner that compiles by itself does not need it. */
let swc: Swc | undefined;

/** A statement of an ES module at the beginning of a line. */
const ES_MODULE = /^\s*(?:import\b(?!\s*\()|export\b)/m;

const compiled = new Map<string, Compiled>();

/**
 * Compiles a script once for all processes.
 * @param path Absolute.
 * @throws Error with file, line and column of a syntax error.
 */
export function compile(path: string): Compiled {
  const known = compiled.get(path);
  if (known !== undefined) return known;
  const source = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  const code = path.endsWith('.json') ? `module.exports=${source}` : toCommonJs(source, path);
  noteMap(path, code);
  const made = bodyOf(path, code);
  compiled.set(path, made);
  return made;
}

/**
 * Does the file run without compilation? True for packages that are published as CommonJS and have no mini-program's
 * code.
 */
function isReady(source: string, path: string): boolean {
  if (!path.includes('node_modules') || path.endsWith('.mjs')) return false;
  const folder = dirname(path);
  return rootOf(folder) === null && packageOf(folder) === null && !ES_MODULE.test(source);
}

function toCommonJs(source: string, path: string): string {
  if (isReady(source, path)) return source;
  swc ??= createRequire(__filename)('@swc/core') as Swc;
  const options = isKeptAsWritten(path) ? { ...OPTIONS, ...AS_IT_IS } : OPTIONS;
  let code: string;
  try {
    ({ code } = swc.transformSync(source, { ...options, filename: path, configFile: false, swcrc: false }));
  } catch (error) {
    throw syntaxError(error, source, path);
  }
  const instrument = path.includes('node_modules') ? undefined : settings().instrument;
  const writable = withWritableExports(code);
  return instrument === undefined ? writable : instrument(writable, path);
}
