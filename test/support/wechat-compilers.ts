/** WeChat's own compilers, which the package miniprogram-compiler contains: they run on x64 under Linux and macOS. */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { temporaryFolder } from './temporary-folder';

/** `wcc` compiles WXML and WXS, `wcsc` compiles WXSS. */
export type CompilerName = 'wcc' | 'wcsc';

/** One run of a compiler. */
interface CompilerRun {
  /** Working directory, absolute. */
  readonly cwd: string;
  readonly args: readonly string[];
}

/** The end of a run. */
interface CompilerResult {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** An executable compiler. */
interface Compiler {
  /** A temporary folder for sources. */
  readonly folder: string;
  /** Runs all in one shell: starting a process from Jest is slow. */
  run(runs: readonly CompilerRun[]): CompilerResult[];
  remove(): void;
}

const FOLDERS: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'mac' };

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** Opens a compiler. Returns undefined if it does not run on this machine. */
export function openCompiler(name: CompilerName): Compiler | undefined {
  const platform = FOLDERS[process.platform];
  if (platform === undefined) return undefined;
  const require = createRequire(__filename);
  // The dependency of miniprogram-simulate, wherever npm has installed it.
  const inner = createRequire(require.resolve('miniprogram-simulate'));
  const packed = path.join(
    path.dirname(inner.resolve('miniprogram-compiler/package.json')),
    'bin',
    platform,
    name,
  );
  if (!existsSync(packed)) return undefined;
  const own = temporaryFolder(`${name}-`);
  const [folder, results] = [path.join(own, 'sources'), path.join(own, 'results')];
  for (const one of [folder, results]) mkdirSync(one);
  // The installed file may not be executable, and it is shared: run a copy.
  const program = path.join(own, name);
  copyFileSync(packed, program);
  chmodSync(program, 0o755);

  const remove = () => rmSync(own, { recursive: true });
  if (spawnSync(program, ['--help']).error !== undefined) {
    remove();
    return undefined;
  }
  const run: Compiler['run'] = (runs) => {
    const place = (index: number, part: string) => path.join(results, `${index}.${part}`);
    const lines = runs.map(({ cwd, args }, index) => {
      const to = (part: string) => quoted(place(index, part));
      const command = [program, ...args].map(quoted).join(' ');
      return `cd ${quoted(cwd)}; ${command} >${to('out')} 2>${to('err')}; echo $? >${to('status')}`;
    });
    spawnSync('sh', ['-s'], { input: lines.join('\n') });
    return runs.map((_, index) => {
      const read = (part: string) => readFileSync(place(index, part), 'utf8');
      return { status: Number(read('status')), out: read('out'), err: read('err') };
    });
  };
  return { folder, run, remove };
}
