/** One WXS text → the code of a module, or the mistake that is in it. */
import { type Place, placeOf, WxsError } from './error';
import { generate } from './generate';
import { type Parsed, parse, type WxsRequire } from './parse';
import type { Statement } from './tree';

/** Brackets in brackets: what every JavaScript engine still reads. */
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

/** A text that compiles. */
export interface WxsCode {
  /** A JavaScript expression: a function of the runtime and of `module`. */
  readonly code: string;
  readonly requires: readonly WxsRequire[];
  /** What is exported is a function, not an object of functions. */
  readonly isFunction: boolean;
  readonly warnings: readonly WxsError[];
}

/**
 * Compiles a text.
 * @param file Its file, for messages.
 * @param start Where it starts in that file.
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
    // Brackets in thousands of brackets: the parser calls itself for each.
    if (error instanceof RangeError) throw errorAt('this code is nested too deeply', 0);
    throw error;
  }
}

/** A compiler that remembers the last text of each place: most texts come again as they were. */
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

/** `module.exports = function …`, or the name of one. */
function exportsFunction(one: Statement, _at: number, all: readonly Statement[]): boolean {
  if (one.kind !== 'expression' || one.value.kind !== 'assign') return false;
  const { target, value } = one.value;
  if (target.kind !== 'member' || target.key !== 'exports') return false;
  if (value.kind === 'function') return true;
  return (
    value.kind === 'name' && all.some((other) => other.kind === 'function' && other.body.name === value.name)
  );
}
