/** Package size after WeChat's own compilers, which turn markup and styles into scripts before an upload. */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Sizes in bytes. `markup` and `styles`: the compilers' output minus their output for an empty page. */
export interface OfficialSize {
  readonly scripts: number;
  readonly markup: number;
  readonly styles: number;
  /** JSON files and pictures. */
  readonly rest: number;
  readonly total: number;
}

const PLATFORMS: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'mac' };

/**
 * Measures a built mini-program with `wcc` and `wcsc` of miniprogram-compiler.
 * @param root absolute path of the folder that contains app.json
 * @returns null if the compilers do not run on this machine
 */
export function officialSize(root: string): OfficialSize | null {
  const platform = PLATFORMS[process.platform];
  if (platform === undefined) return null;
  const folder = mkdtempSync(path.join(tmpdir(), 'official-size-'));
  try {
    const place = createRequire(__filename).resolve('miniprogram-compiler/package.json');
    for (const name of ['wcc', 'wcsc']) {
      copyFileSync(path.join(path.dirname(place), 'bin', platform, name), path.join(folder, name));
      chmodSync(path.join(folder, name), 0o755);
    }
    writeFileSync(path.join(folder, 'a.wxml'), '<view/>');
    writeFileSync(path.join(folder, 'a.wxss'), '');
    const made = (name: string, cwd: string, args: readonly string[]) => {
      const { status, stdout } = spawnSync(path.join(folder, name), args, { cwd, maxBuffer: 2 ** 24 });
      return status === 0 ? stdout.length : Number.NaN;
    };
    const wcc = (cwd: string, files: readonly string[]) => made('wcc', cwd, [...files, '-gn', '$gwx']);
    // `-pc` takes the number of files: compile every style sheet.
    const wcsc = (cwd: string, files: readonly string[]) =>
      made('wcsc', cwd, ['-pc', String(files.length), ...files]);
    const all = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
      statSync(path.join(root, file)).isFile(),
    );
    const of = (ending: string) => all.filter((file) => file.endsWith(ending)).map((file) => `./${file}`);
    const bytes = (files: readonly string[]) =>
      files.reduce((sum, file) => sum + statSync(path.join(root, file)).size, 0);
    const scripts = bytes(of('.js'));
    const markup = wcc(root, of('.wxml')) - wcc(folder, ['./a.wxml']);
    const styles = wcsc(root, of('.wxss')) - wcsc(folder, ['./a.wxss']);
    const rest = bytes(all.filter((file) => !/\.(?:js|wxml|wxss)$/.test(file)));
    const total = scripts + markup + styles + rest;
    return Number.isNaN(total) ? null : { scripts, markup, styles, rest, total };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
