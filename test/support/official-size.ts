/** Package size after WeChat's own compilers, which turn markup and styles into scripts before an upload. */
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type CompilerName, openCompiler } from './wechat-compilers';

/** Sizes in bytes. `markup` and `styles`: the compilers' output minus their output for an empty page. */
interface OfficialSize {
  readonly scripts: number;
  readonly markup: number;
  readonly styles: number;
  /** JSON files and pictures. */
  readonly rest: number;
  readonly total: number;
}

/** An empty file of each compiler's language. */
const EMPTY: Readonly<Record<CompilerName, readonly [file: string, text: string]>> = {
  wcc: ['a.wxml', '<view/>'],
  wcsc: ['a.wxss', ''],
};

/**
 * The size of a compiler's output for these files of `root`, minus the one for an empty file, in bytes.
 * @returns null if the compiler does not run on this machine
 * @throws Error with the compiler's message when it refuses a file
 */
function sizeOf(name: CompilerName, root: string, files: readonly string[]): number | null {
  if (files.length === 0) return 0;
  const compiler = openCompiler(name);
  if (compiler === undefined) return null;
  try {
    const [empty, text] = EMPTY[name];
    writeFileSync(path.join(compiler.folder, empty), text);
    // `-pc` takes the number of files: compile every style sheet.
    const argsOf = (all: readonly string[]) =>
      name === 'wcc' ? [...all, '-gn', '$gwx'] : ['-pc', String(all.length), ...all];
    const runs = [
      { cwd: root, args: argsOf(files) },
      { cwd: compiler.folder, args: argsOf([`./${empty}`]) },
    ];
    const [full = 0, none = 0] = compiler.run(runs).map(({ status, out, err }) => {
      if (status !== 0) throw new Error(`${name} refuses a file of ${root}: ${err.trim()}`);
      return Buffer.byteLength(out);
    });
    return full - none;
  } finally {
    compiler.remove();
  }
}

/**
 * Measures a built mini-program with `wcc` and `wcsc` of miniprogram-compiler.
 * @param root absolute path of the folder that contains app.json
 * @returns null if the compilers do not run on this machine
 * @throws Error with a compiler's message when it refuses a file
 */
export function officialSize(root: string): OfficialSize | null {
  const all = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(path.join(root, file)).isFile(),
  );
  const of = (ending: string) => all.filter((file) => file.endsWith(ending)).map((file) => `./${file}`);
  const bytes = (files: readonly string[]) =>
    files.reduce((sum, file) => sum + statSync(path.join(root, file)).size, 0);
  const markup = sizeOf('wcc', root, of('.wxml'));
  const styles = sizeOf('wcsc', root, of('.wxss'));
  if (markup === null || styles === null) return null;
  const scripts = bytes(of('.js'));
  const rest = bytes(all.filter((file) => !/\.(?:js|wxml|wxss)$/.test(file)));
  return { scripts, markup, styles, rest, total: scripts + markup + styles + rest };
}
