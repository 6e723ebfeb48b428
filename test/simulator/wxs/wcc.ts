/** Runs WeChat's own compiler, which miniprogram-compiler contains for x64, and the code that it generates. */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import type { WxsCase } from './cases';
import { show } from './show';

/** The result of a module. */
export interface Verdict {
  /** False if the compiler refuses the module, or if its generated code has a syntax error. */
  readonly accepted: boolean;
  /** The result of `t`; absent if the module was refused. */
  readonly value?: string;
  /** Line of the mistake in `m.wxs`, from 1. */
  readonly line?: number;
}

/** A running compiler. */
export interface Wcc {
  judge(one: WxsCase): Verdict;
  end(): void;
}

/** Starts the compiler. Returns undefined on another processor or system. */
export function startWcc(): Wcc | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = mkdtempSync(path.join(tmpdir(), 'wcc-'));
  const program = path.join(folder, 'wcc');
  // The installed file may not be executable, so the test runs a copy.
  const installed = path.dirname(createRequire(__filename).resolve('miniprogram-compiler/package.json'));
  copyFileSync(path.join(installed, 'bin/linux/wcc'), program);
  chmodSync(program, 0o755);
  let count = 0;
  const end = () => rmSync(folder, { recursive: true });

  const run = (files: Readonly<Record<string, string>>) => {
    count += 1;
    const root = path.join(folder, String(count));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      writeFileSync(path.join(root, name), text);
    }
    return spawnSync(program, ['-d', '-cc', '0', ...Object.keys(files), '-gn', '$gwx'], {
      cwd: root,
      timeout: 10_000,
    });
  };
  if (run({ 'a.wxml': '<view/>' }).status !== 0) {
    end();
    return undefined;
  }

  return {
    end,
    judge({ code, args = '1, 2', files = {} }) {
      const wxml = `<wxs module="m" src="./m.wxs"/><view a="{{m.t(${args})}}"/>`;
      const { status, stdout, stderr } = run({ 'a.wxml': wxml, 'm.wxs': code, ...files });
      if (status !== 0) {
        const line = /^m\.wxs:(\d+):/m.exec(String(stderr))?.[1];
        return { accepted: false, ...(line === undefined ? {} : { line: Number(line) }) };
      }
      return resultOf(String(stdout));
    },
  };
}

/** Runs the code in a realm like a page's, where `this` of a plain call is a Window. */
function resultOf(code: string): Verdict {
  const quiet = { log() {}, warn() {}, error() {} };
  const world = vm.createContext({ console: quiet });
  vm.runInContext(
    'var window = globalThis, $gwx; function Window() {} globalThis.constructor = Window;',
    world,
  );
  try {
    const tree = vm.runInContext(`${code};$gwx("a.wxml")({}, {}, {})`, world, { timeout: 5000 });
    return { accepted: true, value: show(tree.children[0].attr.a) };
  } catch (error) {
    // A syntax error breaks the whole page.
    if ((error as Error).name === 'SyntaxError') return { accepted: false };
    throw error;
  }
}
