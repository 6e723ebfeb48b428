/** Compiles WXSS with WeChat's own compiler `wcsc`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openCompiler } from './wechat-compilers';

/** The result of a style sheet. */
interface CompiledSheet {
  /** Standard output of the compiler. */
  readonly output: string;
  /** The line of the error, or null. */
  readonly refused: number | null;
}

/**
 * Compiles each text as `a.wxss`, with `other.wxss` in the same folder.
 * @param options of wcsc; with `-pc` for `a.wxss` alone
 * @returns undefined when wcsc does not run on this machine
 */
export function compileSheets(
  texts: readonly string[],
  ...options: readonly string[]
): CompiledSheet[] | undefined {
  const wcsc = openCompiler('wcsc');
  if (wcsc === undefined) {
    console.warn('SKIPPED: comparisons with wcsc, which does not run on this machine');
    return undefined;
  }
  try {
    const files = options.includes('-pc') ? ['./a.wxss'] : ['./a.wxss', './other.wxss'];
    const runs = texts.map((text, index) => {
      const cwd = path.join(wcsc.folder, String(index));
      mkdirSync(cwd);
      writeFileSync(path.join(cwd, 'a.wxss'), text);
      writeFileSync(path.join(cwd, 'other.wxss'), '.o { width: 1rpx }');
      return { cwd, args: [...options, ...files] };
    });
    return wcsc.run(runs).map(({ status, out, err }) => {
      const line = /\((\d+):\d+\)/.exec(err)?.[1];
      return { output: out, refused: status === 0 ? null : Number(line ?? 1) };
    });
  } finally {
    wcsc.remove();
  }
}
