/** Compiles WXML and its WXS. First the simulator's own parser checks it, then glass-easel's compiler compiles it. */
import { createHash } from 'node:crypto';
import { createWxsCompiler, createWxsProgram, type WxsProgram } from '../../../simulator/wxs';
import { type CompilerInput, compileGroup } from './glass-easel/compiler';
import { documentText, inlinePath } from './glass-easel/document-text';
import { likeWcc } from './glass-easel/output';
import { problemAt } from './problems';
import type { Sources } from './sources';
import { readDocuments } from './template-documents';
import type { Problem } from './types';
import { scriptsOf, wxsCode, wxsStub, wxsWarnings } from './wxs';

/** The compiled templates of a program. */
interface CompiledTemplates {
  /** A JavaScript expression: an object, path → generator. The generator of a file with a mistake draws nothing. */
  code: string;
  /** A JavaScript expression: the WXS modules. `code` gets a module by a function `$wxs`. */
  wxs: string;
  /**
   * Path → hash of the template and of all files that it uses. If the hash changes, the page or component must be
   * redrawn.
   */
  hashes: Readonly<Record<string, string>>;
  problems: readonly Problem[];
}

/** File → the files that it imports, includes or requires. */
type Graph = ReadonlyMap<string, readonly string[]>;

/** Collects the templates, and all files that they import, include or require. */
function collect(
  inputs: CompilerInput[],
  sources: Sources,
  paths: readonly string[],
  wxs: WxsProgram,
  problems: Problem[],
): Graph {
  const graph = new Map<string, readonly string[]>();
  const documents = readDocuments(sources, problems);
  for (const path of paths) documents.check(path);

  const units = new Set(paths);
  const queue = [...paths];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const file = `${path}.wxml`;
    if (graph.has(file)) continue;
    graph.set(file, []);
    const document = documents.open(path)?.document;
    if (document === undefined) continue;
    const scripts = scriptsOf(file, sources.read(file) ?? '', document.scripts, wxs, sources.read);
    problems.push(...scripts.problems);
    if (!documents.isEndless(document)) {
      // If a file is only imported, only its templates are needed. If it is included, its content is written into the
      // including file.
      const own = units.has(path) ? document : { ...document, nodes: [] };
      inputs.push({
        path,
        text: documentText(own, path, scripts.declarations, documents),
        scripts: new Map([
          ...scripts.files.map(({ id }) => [id.replace(/\.wxs$/, ''), wxsStub(id)] as const),
          ...[...scripts.inline].map(([name, { id }]) => [inlinePath(path, name), wxsStub(id)] as const),
        ]),
      });
    }
    // An inline module is in the template's file. Only the modules that it requires are other files.
    const required = [...scripts.inline.values()].flatMap(({ requires }) => Object.values(requires));
    const taken = [...document.imports, ...document.includes].map(({ src }) => documents.resolve(src, path));
    graph.set(file, [
      ...taken.map((one) => `${one}.wxml`),
      ...scripts.files.map(({ id }) => id),
      ...required,
      ...scripts.problems.map((one) => one.file),
    ]);
    queue.push(...taken);
  }
  for (const { id, file, requires } of wxs.units.values())
    if (id === file) graph.set(file, Object.values(requires));
  return graph;
}

/** A file and all files that it uses, directly or indirectly. */
function closure(graph: Graph, file: string): string[] {
  const found = new Set([file]);
  for (const one of found) for (const next of graph.get(one) ?? []) found.add(next);
  return [...found];
}

/** Paths of the pages and components whose templates use a file. */
const includedBy = (file: string, graph: Graph, paths: readonly string[]): string[] =>
  paths.filter((path) => closure(graph, `${path}.wxml`).includes(file));

/** One hash of the names and texts of these files. */
function hashOf(sources: Sources, files: readonly string[]): string {
  const hash = createHash('sha1');
  for (const file of [...files].sort()) hash.update(`\0${file}\0${sources.read(file) ?? ''}`);
  return hash.digest('hex');
}

/**
 * Creates the problem for a file without mistakes on which glass-easel's compiler fails. The compiler reports no
 * position.
 */
function failure(file: string, error: unknown, sources: Sources): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  const message = `glass-easel's compiler fails on this file (${reason}): split the file, e.g. move a part into a component`;
  return problemAt('error', file, { line: 1, column: 1 }, message, sources.read(file) ?? '');
}

/**
 * Creates a compiler that caches its last result. glass-easel's output for the same input differs between calls, so
 * without the cache every compilation would look like a change.
 */
export function templateCompiler(dev: boolean) {
  const compileWxs = createWxsCompiler();
  let last: { key: string; files: string[]; paths: string; result: CompiledTemplates } | null = null;

  /** Compiles the templates of these paths (without the extension). */
  return (sources: Sources, paths: readonly string[]): CompiledTemplates => {
    const pathList = paths.join('\n');
    if (last && last.paths === pathList && last.key === hashOf(sources, last.files)) return last.result;

    const problems: Problem[] = [];
    const wxs = createWxsProgram((file) => (file.startsWith('..') ? null : sources.read(file)), compileWxs);
    const inputs: CompilerInput[] = [];
    const graph = collect(inputs, sources, paths, wxs, problems);
    problems.push(...wxsWarnings(wxs.units.values(), sources.read));
    const { code, failed } = compileGroup(inputs, dev);
    for (const [path, error] of failed) problems.push(failure(`${path}.wxml`, error, sources));
    const files = [...new Set([...graph].flatMap(([file, taken]) => [file, ...taken]))];
    const hashes = paths.map((path) => [path, hashOf(sources, closure(graph, `${path}.wxml`)).slice(0, 12)]);
    const result: CompiledTemplates = {
      code: likeWcc(code),
      wxs: wxsCode(wxs.units.values()),
      hashes: Object.fromEntries(hashes),
      problems: problems.map((problem) => ({ ...problem, units: includedBy(problem.file, graph, paths) })),
    };
    last = { key: hashOf(sources, files), files, paths: pathList, result };
    return result;
  };
}
