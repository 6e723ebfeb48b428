/** `wcsc`, WeChat's own WXSS compiler, from the package miniprogram-compiler. */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** `wcsc` in a temporary folder. */
export interface Wcsc {
  /**
   * Compiles `a.wxss` with this text; `other.wxss` is in the same folder.
   * @returns the output; `refused`: the line of the error, or null.
   */
  run(text: string, ...options: string[]): { output: string; refused: number | null };
  remove(): void;
}

/** Copies the compiler; returns null if it does not run on this system or processor. */
export function openWcsc(): Wcsc | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'wcsc-'));
  const place = createRequire(__filename).resolve('miniprogram-compiler/package.json');
  const systems: Readonly<Record<string, string>> = {
    linux: 'linux/wcsc',
    darwin: 'mac/wcsc',
    win32: 'windows/wcsc.exe',
  };
  // The package's own file may not be executable, and it is shared: change a copy.
  const wcsc = path.join(folder, process.platform === 'win32' ? 'wcsc.exe' : 'wcsc');
  copyFileSync(path.join(path.dirname(place), 'bin', systems[process.platform] ?? 'linux/wcsc'), wcsc);
  chmodSync(wcsc, 0o755);
  writeFileSync(path.join(folder, 'other.wxss'), '.o { width: 1rpx }');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const run: Wcsc['run'] = (text, ...options) => {
    writeFileSync(path.join(folder, 'a.wxss'), text);
    const files = options.includes('-pc') ? ['./a.wxss'] : ['./a.wxss', './other.wxss'];
    const { status, stdout, stderr } = spawnSync(wcsc, [...options, ...files], {
      cwd: folder,
      encoding: 'utf8',
    });
    const line = /\((\d+):\d+\)/.exec(stderr ?? '')?.[1];
    return { output: stdout ?? '', refused: status === 0 ? null : Number(line ?? 1) };
  };
  if (run('.a { width: 1rpx }').refused === null) return { run, remove };
  remove();
  console.warn('SKIPPED: comparisons with wcsc, which does not run on this processor');
  return null;
}
