/** Compiles the text of a WXS module to JavaScript. */
import { type Place, placeOf, WxsError } from './error';
import { generate } from './generate';
import { type Parsed, parse, type WxsRequire } from './parse';
import type { Statement } from './tree';

/** The maximum depth of brackets in the output. Every JavaScript engine can parse this depth. */
const DEEPEST = 1000;

function depthOf(code: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of code.replace(/"(?:[^"\\]|\\.)*"/g, '').matchAll(/[([{}\])]/g)) {
    depth += '([{'.includes(bracket) ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** The result of a compilation. */
export interface WxsCode {
  /** A JavaScript expression: a function with the parameters runtime and `module`. */
  readonly code: string;
  readonly requires: readonly WxsRequire[];
  /** Does the module export a function, not an object of functions? */
  readonly isFunction: boolean;
  readonly warnings: readonly WxsError[];
}

/**
 * Compiles a text.
 * @param file The file that contains it, for messages.
 * @param start The place where the text starts in that file.
 * @throws WxsError at the first mistake.
 */
export function compileWxs(text: string, file: string, start?: Place): WxsCode {
  const warnings: WxsError[] = [];
  const errorAt = (reason: string, at: number) => new WxsError(reason, file, placeOf(text, at, start));
  const reporter = {
    fail(reason: string, at: number): never {
      throw errorAt(reason, at);
    },
    warn: (reason: string, at: number) => void warnings.push(errorAt(reason, at)),
  };
  try {
    const { statements, requires }: Parsed = parse(text, reporter);
    const code = generate(statements);
    if (depthOf(code) > DEEPEST) throw new RangeError();
    return { code, requires, isFunction: statements.some(exportsFunction), warnings };
  } catch (error) {
    // The recursive parser throws a RangeError when its stack overflows, at thousands of nested brackets.
    if (error instanceof RangeError) throw errorAt('this code is nested too deeply', 0);
    throw error;
  }
}

/**
 * Creates a compiler with a cache: it stores the last text of each place, because most texts are compiled again without
 * changes.
 */
export function createWxsCompiler(): typeof compileWxs {
  const known = new Map<string, { text: string; code: WxsCode }>();
  return (text, file, start) => {
    const place = `${file}:${start?.line}:${start?.column}`;
    const last = known.get(place);
    if (last?.text === text) return last.code;
    const code = compileWxs(text, file, start);
    known.set(place, { text, code });
    return code;
  };
}

/** Is the statement `module.exports = function …`, or an assignment of a declared function? */
function exportsFunction(one: Statement, _at: number, all: readonly Statement[]): boolean {
  if (one.kind !== 'expression' || one.value.kind !== 'assign') return false;
  const { target, value } = one.value;
  if (target.kind !== 'member' || target.key !== 'exports') return false;
  if (value.kind === 'function') return true;
  return (
    value.kind === 'name' && all.some((other) => other.kind === 'function' && other.body.name === value.name)
  );
}
