/** Files that take each other in: templates by their names, and what can only be checked across files. */
import { type Nesting, nestingMistake } from './nesting';
import type { Linkable, Reference, WxmlNode } from './syntax';

/** Does a path from the root leave it? */
export const isOutside = (path: string): boolean => path === '..' || path.startsWith('../');

export interface Linker<File extends Linkable> {
  /** The file that a statement of `from` names; undefined without such a file: `refer` then reports the mistake. */
  refer(reference: Reference, from: File, kind: 'import' | 'include'): File | undefined;
  /** Reports something that WeChat accepts. */
  warn(file: File, reason: string, at: number): void;
  /** Reports a mistake that `refer` does not report. */
  refuse(file: File, reason: string, at: number): void;
  /** The path from the root, with its ending. */
  nameOf(file: File): string;
}

/** What has been checked of one mini-program. */
export interface Linked<File> {
  readonly files: Set<File>;
  readonly nesting: Map<readonly WxmlNode[], Nesting<File>>;
}

export const nothingLinked = <File>(): Linked<File> => ({ files: new Set(), nesting: new Map() });

/**
 * Checks a file and all that it takes in: files that do not exist, calls of what is no function of a `<wxs>` module, and
 * templates and files that stand inside each other without an end.
 * A missing template is reported when it should be rendered, as in WeChat: wxParse, in very many apps, names one
 * more than it has.
 * @param linked What was checked before; gets what is checked now.
 */
export function link<File extends Linkable>(file: File, linker: Linker<File>, linked: Linked<File>): void {
  const begun = new Set<File>();
  // Without recursion, because a chain may have thousands of files. Depth first, the first statement on top.
  const open: Step<File>[] = [{ file, owner: file }];
  try {
    for (let step = open.pop(); step !== undefined; step = open.pop()) {
      const now = 'file' in step ? step : referred(step, linker);
      if (now === undefined || linked.files.has(now.file)) continue;
      linked.files.add(now.file);
      begun.add(now.file);
      check(now, linker, linked);
      const { imports, includes } = now.file.document;
      const steps: Step<File>[] = [
        ...imports.map((reference) => ({ reference, from: now, kind: 'import' as const })),
        ...includes.map((reference) => ({ reference, from: now, kind: 'include' as const })),
      ];
      open.push(...steps.reverse());
    }
  } catch (error) {
    // Forget these files: another page that includes one of them must report the mistake too.
    for (const one of begun) linked.files.delete(one);
    throw error;
  }
}

/** A file to check. */
interface Linking<File> {
  readonly file: File;
  /** The file whose modules this one sees. */
  readonly owner: File;
}

/** What is to be done: a file, or a statement that takes one in. */
type Step<File> =
  | Linking<File>
  | { readonly reference: Reference; readonly from: Linking<File>; readonly kind: 'import' | 'include' };

function referred<File extends Linkable>(
  { reference, from, kind }: Exclude<Step<File>, Linking<File>>,
  linker: Linker<File>,
): Linking<File> | undefined {
  const file = linker.refer(reference, from.file, kind);
  return file && { file, owner: kind === 'import' ? file : from.owner };
}

function check<File extends Linkable>(
  { file, owner }: Linking<File>,
  linker: Linker<File>,
  linked: Linked<File>,
): void {
  const { document } = file;
  const modules = new Set(owner.document.scripts.map(({ module }) => module));
  for (const { root, text, at } of document.calls) {
    if (root !== undefined && modules.has(root)) continue;
    const reason =
      root === undefined
        ? 'it does not begin with a <wxs> module'
        : `"${root}" is not a <wxs> module of this file`;
    linker.warn(
      file,
      `the call in ${text} returns nothing: ${reason}, and WXML cannot call methods of data`,
      at,
    );
  }
  const finder = {
    included: (statement: Reference, from: File) => linker.refer(statement, from, 'include'),
    template: (name: string, from: File) => findTemplate(name, from, linker),
    nameOf: linker.nameOf,
  };
  const mistake = nestingMistake(file, finder, linked.nesting);
  if (mistake !== undefined) linker.refuse(mistake.file, mistake.reason, mistake.at);
}

/** A template by name: the file's own, else that of an import, the last one first. */
export function findTemplate<File extends Linkable>(
  name: string,
  file: File,
  { refer }: Pick<Linker<File>, 'refer'>,
): { nodes: readonly WxmlNode[]; file: File } | undefined {
  const own = file.document.templates.get(name);
  if (own !== undefined) return { nodes: own, file };
  // Imports do not pass on what they import themselves. What an included file imports is there too.
  return findInImports(name, file, refer) ?? findInIncludes(name, file, refer, new Set([file]));
}

function findInImports<File extends Linkable>(
  name: string,
  file: File,
  refer: Linker<File>['refer'],
): ReturnType<typeof findTemplate<File>> {
  for (const statement of file.document.imports.toReversed()) {
    const imported = refer(statement, file, 'import');
    const nodes = imported?.document.templates.get(name);
    if (imported !== undefined && nodes !== undefined) return { nodes, file: imported };
  }
  return undefined;
}

function findInIncludes<File extends Linkable>(
  name: string,
  file: File,
  refer: Linker<File>['refer'],
  seen: Set<File>,
): ReturnType<typeof findTemplate<File>> {
  for (const statement of file.document.includes) {
    const included = refer(statement, file, 'include');
    if (included === undefined || seen.has(included)) continue;
    seen.add(included);
    const found = findInImports(name, included, refer) ?? findInIncludes(name, included, refer, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}
