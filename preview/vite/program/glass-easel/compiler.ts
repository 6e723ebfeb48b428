/**
 * glass-easel's compiler, one WebAssembly instance at a time. After a panic an instance is of no use: every later call fails.
 * It is thrown away then, and the files are compiled without those that it cannot read.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import * as first from 'glass-easel-template-compiler';

const PACKAGE = 'glass-easel-template-compiler';

/** A file as it is given to the compiler. */
export interface CompilerInput {
  /** Its path without an ending. */
  readonly path: string;
  readonly text: string;
  /** Modules, those of the file's own text too: path without an ending → code. */
  readonly scripts: ReadonlyMap<string, string>;
}

/** Code of all files but those that the compiler failed on. */
export interface CompilerOutput {
  readonly code: string;
  /** Path → what the compiler threw. */
  readonly failed: ReadonlyMap<string, unknown>;
}

let compiler: typeof first = first;

/** Starts a fresh instance. The package's module makes one when it runs, and `require` would not run it again. */
function restart(): void {
  const load = createRequire(__filename);
  const file = load.resolve(PACKAGE);
  const run = new Function('module', 'exports', 'require', '__dirname', readFileSync(file, 'utf8'));
  const module = { exports: {} as typeof first };
  run(module, module.exports, load, dirname(file));
  compiler = module.exports;
}

function run(files: readonly CompilerInput[], dev: boolean): string {
  const group = dev ? compiler.TmplGroup.newDev() : new compiler.TmplGroup();
  try {
    for (const { path, text, scripts } of files) {
      group.addTmpl(path, text);
      for (const [id, code] of scripts) group.addScript(id, code);
    }
    const code = group.getTmplGenObjectGroups();
    group.free();
    return code;
  } catch (error) {
    // Nothing is freed: the instance goes as a whole, and `free` would fail and hide this error. The garbage collector
    // would call it, too, and end the process.
    (group as unknown as { __destroy_into_raw(): void }).__destroy_into_raw();
    restart();
    throw error;
  }
}

/**
 * Compiles a group of files.
 * @param dev Keep names for people.
 * @throws what the compiler throws for all of them together, when it takes each of them alone.
 */
export function compileGroup(files: readonly CompilerInput[], dev: boolean): CompilerOutput {
  const failed = new Map<string, unknown>();
  try {
    return { code: run(files, dev), failed };
  } catch (all) {
    for (const file of files) {
      try {
        run([file], dev);
      } catch (error) {
        failed.set(file.path, error);
      }
    }
    if (failed.size === 0) throw all;
    return {
      code: run(
        files.filter(({ path }) => !failed.has(path)),
        dev,
      ),
      failed,
    };
  }
}
