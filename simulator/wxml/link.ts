/** Files that take each other in: templates by their names, and what can only be checked across files. */
import { type Nesting, nestingMistake } from './nesting';
import type { Linkable, Reference, WxmlNode } from './syntax';

/** Does a path from the root leave it? */
export const isOutside = (path: string): boolean => path === '..' || path.startsWith('../');

export interface Linker<File extends Linkable> {
  /** The file that a statement of `from` names; undefined when there is none, which is a mistake that it tells itself. */
  refer(reference: Reference, from: File, kind: 'import' | 'include'): File | undefined;
  /** Something that WeChat lets pass. */
  warn(file: File, reason: string, at: number): void;
  /** A mistake that is not told by `refer`. */
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
export function link<File extends Linkable>(
  file: File,
  linker: Linker<File>,
  linked: Linked<File>,
  /** The file whose modules this one sees. */
  owner: File = file,
): void {
  if (linked.files.has(file)) return;
  linked.files.add(file);
  try {
    check(file, linker, linked, owner);
  } catch (error) {
    // Another page that takes this file in must hear of the mistake, too.
    linked.files.delete(file);
    throw error;
  }
}

function check<File extends Linkable>(
  file: File,
  linker: Linker<File>,
  linked: Linked<File>,
  owner: File,
): void {
  const { document } = file;
  const modules = new Set(owner.document.scripts.map(({ module }) => module));
  for (const { root, text, at } of document.calls) {
    if (root !== undefined && modules.has(root)) continue;
    const reason = root === undefined ? 'this is no function' : `"${root}" is no <wxs> module of this file`;
    linker.warn(
      file,
      `the call in ${text} gives nothing: ${reason}, and WXML cannot call methods of data`,
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
  for (const reference of document.imports) {
    const imported = linker.refer(reference, file, 'import');
    if (imported !== undefined) link(imported, linker, linked);
  }
  for (const reference of document.includes) {
    const included = linker.refer(reference, file, 'include');
    if (included !== undefined) link(included, linker, linked, owner);
  }
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
