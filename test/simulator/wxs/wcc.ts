/** The judge: WeChat's own compiler, which miniprogram-compiler brings along for x64, and the code that it writes. */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import type { WxsCase } from './cases';
import { show } from './show';

/** What became of a module. */
export interface Verdict {
  /** false: refused, or the code that was written does not even parse. */
  readonly accepted: boolean;
  /** What `t` returned; absent when it was refused. */
  readonly value?: string;
  /** Line of the mistake in `m.wxs`. */
  readonly line?: number;
}

/** A compiler that runs. */
export interface Wcc {
  judge(one: WxsCase): Verdict;
  end(): void;
}

/** Starts the compiler; undefined where it does not run (another processor or system). */
export function startWcc(): Wcc | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = mkdtempSync(path.join(tmpdir(), 'wcc-'));
  const program = path.join(folder, 'wcc');
  // A copy: as it is installed it may not be allowed to run.
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

/** Runs the code in a world like that of a page, where `this` of a plain call is a Window. */
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
    // Code that does not parse takes the whole page down.
    if ((error as Error).name === 'SyntaxError') return { accepted: false };
    throw error;
  }
}
