/** Runs WeChat's own compilers from miniprogram-compiler: on x64 under Linux or macOS. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Context, createContext, runInContext } from 'node:vm';
import type { JudgedCase, TreeNode, Verdict } from './case';
import { element, joined } from './tree';

const FOLDERS: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'mac' };

/** Creates a temporary folder for `use`, and removes it afterwards. */
function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'judge-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Copies a compiler into `folder`. Returns undefined when this machine cannot run it. */
function install(name: 'wcc' | 'wcsc', folder: string): string | undefined {
  const platform = FOLDERS[process.platform];
  if (platform === undefined) return undefined;
  const require = createRequire(__filename);
  const inner = createRequire(require.resolve('miniprogram-simulate'));
  const packed = join(dirname(inner.resolve('miniprogram-compiler/package.json')), 'bin', platform, name);
  if (!existsSync(packed)) return undefined;
  const program = join(folder, name);
  copyFileSync(packed, program);
  chmodSync(program, 0o755);
  return spawnSync(program, ['--help']).error === undefined ? program : undefined;
}

/** Runs all `commands` in one shell, each in its folder: starting a process from Jest is slow. */
function runAll(commands: readonly { folder: string; command: string }[]): void {
  const lines = commands.map(
    ({ folder, command }) => `cd '${folder}'; ${command} >out 2>err; echo $? >status`,
  );
  spawnSync('sh', ['-s'], { input: lines.join('\n') });
}

/**
 * The verdicts of wcc; undefined when it does not run on this machine.
 * @param known the recorded verdicts. Cases that were rendered are compiled in groups, which is much faster. If one of
 * a group is refused now, each case is compiled alone.
 */
export function askWcc(cases: readonly JudgedCase[], known: readonly Verdict[] = []): Verdict[] | undefined {
  return inFolder((root) => {
    const wcc = install('wcc', root);
    if (wcc === undefined) return undefined;
    const folders = cases.map((one, index) => write(one, join(root, String(index))));
    const together = cases.flatMap(({ files }, index) => {
      const verdict = known[index];
      return verdict !== undefined && 'tree' in verdict && Object.keys(files).length === 0 ? [index] : [];
    });
    const drawn = compileTogether(wcc, root, together);
    const alone = folders.filter((_, index) => drawn?.has(index) !== true);
    runAll(
      alone.map(({ folder, names }) => ({
        folder,
        command: `'${wcc}' -d -cc 0 ${names.join(' ')} -gn '$gwx'`,
      })),
    );
    return folders.map(({ folder }, index) => {
      const data = cases[index]?.data ?? {};
      const context = drawn?.get(index);
      if (context !== undefined) return draw(context, `${index}/a.wxml`, data);
      const status = readFileSync(join(folder, 'status'), 'utf8').trim();
      if (status !== '0') return { refused: readFileSync(join(folder, 'err'), 'utf8').trim() };
      return draw(load(readFileSync(join(folder, 'out'), 'utf8')), 'a.wxml', data);
    });
  });
}

function write({ wxml, files }: JudgedCase, folder: string): { folder: string; names: string[] } {
  const all = { 'a.wxml': wxml, ...files };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return { folder, names: Object.keys(all) };
}

/**
 * Cases per group. The generated code defines all files of the group again for each rendering, so groups stay small.
 */
const GROUP = 40;

/** The generated code by index; undefined if wcc refuses one of the cases. */
function compileTogether(
  wcc: string,
  root: string,
  indexes: readonly number[],
): Map<number, Context> | undefined {
  const found = new Map<number, Context>();
  for (let start = 0; start < indexes.length; start += GROUP) {
    const group = indexes.slice(start, start + GROUP);
    const names = group.map((index) => `${index}/a.wxml`);
    const { status, stdout } = spawnSync(wcc, ['-d', '-cc', '0', ...names, '-gn', '$gwx'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    if (status !== 0) return undefined;
    const context = load(stdout);
    for (const index of group) found.set(index, context);
  }
  return found;
}

/** For each style sheet, true if wcsc accepts it; undefined when wcsc does not run on this machine. */
export function askWcsc(sheets: readonly string[]): boolean[] | undefined {
  return inFolder((root) => {
    const wcsc = install('wcsc', root);
    if (wcsc === undefined) return undefined;
    const folders = sheets.map((sheet, index) => {
      const folder = join(root, String(index));
      mkdirSync(folder);
      writeFileSync(join(folder, 'a.wxss'), sheet);
      return { folder, command: `'${wcsc}' -db -pc 0 a.wxss` };
    });
    runAll(folders);
    return folders.map(({ folder }) => readFileSync(join(folder, 'status'), 'utf8').trim() === '0');
  });
}

interface WccNode {
  readonly tag: string;
  readonly attr?: Readonly<Record<string, unknown>>;
  readonly generics?: Readonly<Record<string, string>>;
  readonly children: readonly (WccNode | string)[];
}

/** Loads generated code for rendering. */
function load(code: string): Context {
  const quiet = { log() {}, warn() {}, error() {} };
  const context = createContext({ window: {}, console: quiet });
  runInContext(`var __WXML_GLOBAL__;${code}`, context);
  return context;
}

function draw(context: Context, file: string, data: Readonly<Record<string, unknown>>): Verdict {
  Object.assign(context, { given: JSON.stringify(data), file });
  try {
    const page = runInContext('$gwx(file)(JSON.parse(given), {}, {})', context) as WccNode;
    return { tree: joined(page.children.map(toTree)) };
  } catch (error) {
    return { refused: `when drawn: ${(error as Error).message ?? error}` };
  }
}

function toTree(node: WccNode | string): TreeNode {
  if (typeof node !== 'object') return String(node);
  const attributes = Object.entries(node.attr ?? {})
    .filter(([name]) => name !== '$gdc')
    // A handler that is a function of a wxs module.
    .map(([name, value]) => [name.replace(/^\$wxs:/, ''), value] as const);
  const generics = Object.entries(node.generics ?? {}).map(
    ([name, tag]) => [name.replace(/^wx-/, 'generic:'), tag.replace(/^wx-/, '')] as const,
  );
  return element(node.tag.replace(/^wx-/, ''), [...attributes, ...generics], node.children.map(toTree));
}
