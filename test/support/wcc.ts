/** Compiles many small sets of WXML and WXS files with WeChat's own compiler `wcc`, and runs the generated code. */
import path from 'node:path';
import { type Context, createContext, runInContext } from 'node:vm';
import { openCompiler } from './wechat-compilers';
import { writeFiles } from './write-files';

/** The files of a case: path → text. The page is `a.wxml`. */
type CaseFiles = Readonly<Record<string, string>>;

/** A node as the generated code returns it. */
export interface WccNode {
  readonly tag: string;
  readonly attr?: Readonly<Record<string, unknown>>;
  readonly generics?: Readonly<Record<string, string>>;
  readonly children: readonly (WccNode | string)[];
}

/** The result of a case: the error text of wcc, or the page. */
type Compiled =
  | { readonly refused: string }
  /** Draws the page. @throws the error of the generated code; a SyntaxError when it cannot be loaded */
  | { draw(data: Readonly<Record<string, unknown>>): WccNode };

/**
 * Cases per group. The generated code defines all files of the group again for each rendering, so groups stay small.
 */
const GROUP = 40;

/**
 * The generated code reads the stack of each error, even of an overflow (modules that require each other). Jest formats
 * it with RegExps, and V8 ends the process when it has to compile a RegExp where the stack is full.
 */
const PLAIN_STACKS = 'Error.prepareStackTrace = String;';

/** Loads generated code in a realm like a page's, where `this` of a plain call is a Window. */
function load(code: string): Context {
  const quiet = { log() {}, warn() {}, error() {} };
  const world = createContext({ console: quiet });
  const page = 'var window = globalThis, __WXML_GLOBAL__, $gwx; function Window() {}';
  runInContext(`${page} globalThis.constructor = Window; ${PLAIN_STACKS}`, world);
  runInContext(code, world);
  return world;
}

/** The page `file` of generated code. */
function pageOf(context: () => Context, file: string): Compiled {
  return {
    draw(data) {
      const world = Object.assign(context(), { given: JSON.stringify(data), file });
      return runInContext('$gwx(file)(JSON.parse(given), {}, {})', world, { timeout: 5000 }) as WccNode;
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const groupsOf = (indexes: readonly number[]): number[][] =>
  Array.from({ length: Math.ceil(indexes.length / GROUP) }, (_, at) =>
    indexes.slice(at * GROUP, (at + 1) * GROUP),
  );

/**
 * Compiles all cases; undefined when wcc does not run on this machine.
 * @param isTaken whether wcc accepted the case earlier: such cases are compiled in groups, which is much faster. If a
 * case of a group is refused now, each case of the group is compiled alone.
 */
export function compileCases(
  cases: readonly CaseFiles[],
  isTaken: (index: number) => boolean,
): Compiled[] | undefined {
  const wcc = openCompiler('wcc');
  if (wcc === undefined) return undefined;
  try {
    cases.forEach((files, index) => {
      writeFiles(path.join(wcc.folder, String(index)), files);
    });
    const compile = (cwd: string, files: readonly string[]) => ({
      cwd,
      args: ['-d', '-cc', '0', ...files, '-gn', '$gwx'],
    });
    const found = new Map<number, Compiled>();
    const groups = groupsOf([...cases.keys()].filter(isTaken));
    const inGroup = (group: readonly number[]) =>
      group.flatMap((index) => Object.keys(cases[index] ?? {}).map((name) => `${index}/${name}`));
    wcc.run(groups.map((group) => compile(wcc.folder, inGroup(group)))).forEach(({ status, out }, at) => {
      const context = once(() => load(out));
      if (status === 0)
        for (const index of groups[at] ?? []) found.set(index, pageOf(context, `${index}/a.wxml`));
    });
    const alone = [...cases.keys()].filter((index) => !found.has(index));
    const runs = alone.map((index) =>
      compile(path.join(wcc.folder, String(index)), Object.keys(cases[index] ?? {})),
    );
    wcc.run(runs).forEach(({ status, out, err }, at) => {
      const compiled =
        status === 0
          ? pageOf(
              once(() => load(out)),
              'a.wxml',
            )
          : { refused: err.trim() };
      found.set(alone[at] as number, compiled);
    });
    return [...cases.keys()].map((index) => found.get(index) as Compiled);
  } finally {
    wcc.remove();
  }
}
