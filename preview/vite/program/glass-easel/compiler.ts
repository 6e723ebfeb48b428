/**
 * Runs glass-easel's compiler in one WebAssembly instance at a time. After a panic, every later call of an instance
 * fails. Then a new instance is started, and it compiles the files that do not cause a panic.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import * as first from 'glass-easel-template-compiler';

const PACKAGE = 'glass-easel-template-compiler';

/** A file for the compiler. */
export interface CompilerInput {
  /** Path without the extension. */
  readonly path: string;
  readonly text: string;
  /** WXS modules, inline ones included: path without the extension → code. */
  readonly scripts: ReadonlyMap<string, string>;
}

/** The code of all files, except files on which the compiler fails. */
interface CompilerOutput {
  readonly code: string;
  /** Path → the compiler's error. */
  readonly failed: ReadonlyMap<string, unknown>;
}

let compiler: typeof first = first;

/** Starts a new instance by running the package's module again. `require` would return the cached module. */
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
    // Do not call `free`: it would fail and hide this error. `__destroy_into_raw` also prevents a call by the garbage
    // collector, which would end the process.
    (group as unknown as { __destroy_into_raw(): void }).__destroy_into_raw();
    restart();
    throw error;
  }
}

/**
 * Compiles a group of files.
 * @param dev keep names for debugging
 * @throws the compiler's error for the group, if each file alone compiles
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
