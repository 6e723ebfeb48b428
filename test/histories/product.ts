/**
 * The mini-program's modules: compiled once, evaluated again for every process. Thousands of histories launch a few
 * times each, so a launch must not go through Jest's registry or a transform.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from '@swc/core';
import type { VirtualClock } from '../../simulator';

type Body = (
  require: (request: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
  setTimeout: unknown,
  clearTimeout: unknown,
  date: unknown,
  page: unknown,
) => void;

/** The product's code with the timers and the `Date` of a virtual clock. */
interface Product {
  /** Evaluates a file, unless it was evaluated since the last `reset`. */
  run(file: string): void;
  /** Begins a new process. */
  reset(): void;
  /** Sets the phone's clock: shifts `Date` against the timers by this number of milliseconds. */
  skewClock(ms: number): void;
  /** Ends the process: its timers never fire. */
  end(): void;
}

const compiled = new Map<string, Body>();

/** Compiles a file once. */
function bodyOf(file: string): Body {
  const known = compiled.get(file);
  if (known !== undefined) return known;
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    filename: file,
    swcrc: false,
    configFile: false,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  });
  const parameters = ['require', 'module', 'exports', 'setTimeout', 'clearTimeout', 'Date', 'Page'];
  const body = new Function(...parameters, `${code}\n//# sourceURL=${file}`) as Body;
  compiled.set(file, body);
  return body;
}

const scripts = new Map<string, ReadonlySet<string>>();

/** Absolute paths of all scripts below a folder. */
function scriptsIn(root: string): ReadonlySet<string> {
  const known = scripts.get(root);
  if (known !== undefined) return known;
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const found = new Set(files.map((file) => path.join(root, file)));
  scripts.set(root, found);
  return found;
}

/**
 * Prepares the mini-program in `root` (absolute).
 * @param names globals that replace the existing ones in its files
 */
export function createProduct(root: string, clock: VirtualClock, names: { Page: unknown }): Product {
  const files = scriptsIn(root);
  let skew = 0;
  let loaded = new Map<string, { exports: unknown }>();
  const ClockDate = class extends Date {
    static override now = () => clock.now() + skew;
  };
  const timers = new Set<unknown>();
  const setTimer = (run: () => void, ms: number) => {
    const timer = clock.setTimeout(() => {
      timers.delete(timer);
      run();
    }, ms);
    timers.add(timer);
    return timer;
  };
  const end = () => {
    for (const timer of timers) clock.clearTimeout(timer);
    timers.clear();
  };
  const load = (file: string): unknown => {
    const known = loaded.get(file);
    if (known !== undefined) return known.exports;
    if (!files.has(file)) throw new Error(`${path.relative(root, file)} does not exist.`);
    const module = { exports: {} };
    loaded.set(file, module);
    const require = (request: string) => load(path.resolve(path.dirname(file), `${request}.ts`));
    bodyOf(file)(require, module, module.exports, setTimer, clock.clearTimeout, ClockDate, names.Page);
    return module.exports;
  };
  return {
    run: load,
    skewClock(ms) {
      skew += ms;
    },
    reset() {
      end();
      loaded = new Map();
    },
    end,
  };
}
