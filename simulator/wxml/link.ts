/** Checks references between WXML files, and finds templates by name. */
import { type Nesting, nestingMistake } from './nesting';
import type { Linkable, Reference, WxmlNode } from './syntax';

/** Does a path relative to the root lead out of it? */
export const isOutside = (path: string): boolean => path === '..' || path.startsWith('../');

export interface Linker<File extends Linkable> {
  /**
   * Resolves a reference of `from` to a file. Undefined if there is no such file; `refer` has then reported the
   * mistake.
   */
  refer(reference: Reference, from: File, kind: 'import' | 'include'): File | undefined;
  /** Reports a mistake that WeChat accepts. */
  warn(file: File, reason: string, at: number): void;
  /** Reports a mistake that `refer` does not report. */
  refuse(file: File, reason: string, at: number): void;
  /** The path from the root, with extension. */
  nameOf(file: File): string;
}

/** The files of a mini-program that have been checked. */
export interface Linked<File> {
  readonly files: Set<File>;
  readonly nesting: Map<readonly WxmlNode[], Nesting<File>>;
}

export const nothingLinked = <File>(): Linked<File> => ({ files: new Set(), nesting: new Map() });

/**
 * Checks a file and all files that it imports or includes: missing files, calls of values that are not functions of a
 * `<wxs>` module, and endless nesting of templates and files. A missing template is reported only when it should be
 * rendered, as in WeChat, because wxParse, which very many apps use, refers to one template that it does not define.
 * @param linked The files that have been checked already; this function adds to them.
 */
export function link<File extends Linkable>(file: File, linker: Linker<File>, linked: Linked<File>): void {
  const begun = new Set<File>();
  // Iterative, because a chain may have thousands of files. A stack for depth-first order, with the first statement on
  // top.
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
    // Forget these files: another page that includes one of them must report the mistake, too.
    for (const one of begun) linked.files.delete(one);
    throw error;
  }
}

/** A file to check. */
interface Linking<File> {
  readonly file: File;
  /** The file whose wxs modules this file sees. */
  readonly owner: File;
}

/** A task: check a file, or resolve a reference. */
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
        ? 'it does not start with a <wxs> module'
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

/** Finds a template by name: in the file itself, else in its imports, the last one first. */
export function findTemplate<File extends Linkable>(
  name: string,
  file: File,
  { refer }: Pick<Linker<File>, 'refer'>,
): { nodes: readonly WxmlNode[]; file: File } | undefined {
  const own = file.document.templates.get(name);
  if (own !== undefined) return { nodes: own, file };
  // Imports are not transitive. Imports of an included file are visible.
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
