/** WXML through glass-easel's compiler, with the WXS that it uses. */
import { createHash } from 'node:crypto';
import { TmplGroup } from 'glass-easel-template-compiler';
import { createWxsProgram, type WxsProgram } from '../../../simulator/wxs';
import { problemAt, problemOf } from './problems';
import type { Sources } from './sources';
import type { Problem } from './types';
import { scriptsOf, wxsCode, wxsStub, wxsWarnings } from './wxs';

/** The compiled templates of a program. */
export interface CompiledTemplates {
  /** A JavaScript expression: an object, path → generator. After an error, as much as the compiler understood. */
  code: string;
  /** A JavaScript expression: the WXS modules. `code` gets what it sees of them from a function `$wxs`. */
  wxs: string;
  /** Path → hash of the template with everything that it takes in: what to draw again after a change. */
  hashes: Readonly<Record<string, string>>;
  problems: readonly Problem[];
}

/** What glass-easel's compiler only warns of, and WeChat's own refuses. */
const refused = new Set([
  'missing end tag',
  'invalid end tag',
  'invalid attribute name',
  'incomplete condition expression',
]);

/** In words that help. The compiler's own are kept where they are clear. */
const explained: Readonly<Record<string, string>> = {
  'missing end tag': 'this tag is never closed',
  'invalid end tag': 'this end tag closes nothing',
  'invalid attribute':
    'this attribute does not fit here (a wx:else or wx:elif needs a wx:if right before it)',
  'missing expression end': 'this {{ has no }}',
  'incomplete tag': 'this tag is never finished: a quote or a > is missing',
};

/** A message of the compiler, whose own declarations leave it as `any`. */
interface TemplateParseError {
  isError: boolean;
  level: 'Note' | 'Warn' | 'Error' | 'Fatal';
  message: string;
  /** 0-based, as is the column. */
  startLine: number;
  startColumn: number;
}

/** A template to add, by its path without an ending, and the file that asked for it. */
interface Wanted {
  path: string;
  from: string;
}

const withoutEnding = (path: string): string => path.replace(/\.wxml$/, '').replace(/^\/+/, '');

/** A `wx:else` or `wx:elif` at this place: WeChat refuses one that follows no `wx:if`. */
function conditionAt(text: string, { startLine, startColumn }: TemplateParseError): string | undefined {
  const rest = text.split(/\r\n|\r|\n/)[startLine]?.slice(startColumn) ?? '';
  return /^wx:(else|elif)\b/.exec(rest)?.[0];
}

function problemsOf(file: string, text: string, found: readonly TemplateParseError[]): Problem[] {
  const problems: Problem[] = [];
  const lines = new Set<number>();
  for (const one of found) {
    const alone = one.message === 'invalid attribute' ? conditionAt(text, one) : undefined;
    const error = one.isError || refused.has(one.message) || alone !== undefined;
    if (!error && one.level !== 'Warn') continue;
    // One mistake often makes several messages on its line; the first one is the one to read.
    if (lines.has(one.startLine)) continue;
    lines.add(one.startLine);
    const place = { line: one.startLine + 1, column: one.startColumn + 1 };
    const message = alone
      ? `this ${alone} needs a wx:if right before its tag`
      : (explained[one.message] ?? one.message);
    problems.push(problemAt(error ? 'error' : 'warning', file, place, message, text));
  }
  return problems;
}

/** File → the files that it takes in. */
type Graph = ReadonlyMap<string, readonly string[]>;

/** Adds the templates, and everything that they import, include or require. */
function addAll(
  group: TmplGroup,
  sources: Sources,
  paths: readonly string[],
  wxs: WxsProgram,
  problems: Problem[],
): Graph {
  const graph = new Map<string, readonly string[]>();
  const queue: Wanted[] = paths.map((path) => ({ path, from: '' }));
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { path, from } = next;
    const file = `${path}.wxml`;
    if (graph.has(file)) continue;
    graph.set(file, []);
    const text = sources.read(file);
    if (text === null) {
      // A unit's own missing file has been reported with the unit.
      if (from !== '') problems.push(problemOf('error', from, `"/${file}" is not found`));
      continue;
    }
    const scripts = scriptsOf(file, text, wxs, sources.read);
    problems.push(...scripts.problems, ...problemsOf(file, text, group.addTmpl(path, scripts.text)));
    for (const { id } of scripts.files) group.addScript(id.replace(/\.wxs$/, ''), wxsStub(id));
    for (const [name, { id }] of scripts.inline) group.setInlineScript(path, name, wxsStub(id));
    const used = [...scripts.files, ...scripts.inline.values()].flatMap(({ id, requires }) =>
      // An inline module is a part of the template's own file.
      scripts.files.some((one) => one.id === id) ? [id] : Object.values(requires),
    );
    const templates = (group.getDirectDependencies(path) as string[]).map(withoutEnding);
    graph.set(file, [
      ...templates.map((one) => `${one}.wxml`),
      ...used,
      ...scripts.problems.map((one) => one.file),
    ]);
    queue.push(...templates.map((one) => ({ path: one, from: file })));
  }
  for (const { id, file, requires } of wxs.units.values())
    if (id === file) graph.set(file, Object.values(requires));
  return graph;
}

/** A file and everything that it takes in, directly or not. */
function closure(graph: Graph, file: string): string[] {
  const found = new Set([file]);
  for (const one of found) for (const next of graph.get(one) ?? []) found.add(next);
  return [...found];
}

/** The units whose templates take a file in. */
const takenInBy = (file: string, graph: Graph, paths: readonly string[]): string[] =>
  paths.filter((path) => closure(graph, `${path}.wxml`).includes(file));

/** One hash of these files' names and texts. */
function hashOf(sources: Sources, files: readonly string[]): string {
  const hash = createHash('sha1');
  for (const file of [...files].sort()) hash.update(`\0${file}\0${sources.read(file) ?? ''}`);
  return hash.digest('hex');
}

/**
 * Makes a compiler that remembers its last result. It has to: the output for one and the same input differs from
 * call to call, so without a memory every compilation would look like a change.
 */
export function templateCompiler(dev: boolean) {
  let last: { key: string; files: string[]; paths: string; result: CompiledTemplates } | null = null;

  /** Compiles the templates of these paths (without an ending). */
  return (sources: Sources, paths: readonly string[]): CompiledTemplates => {
    const wanted = paths.join('\n');
    if (last && last.paths === wanted && last.key === hashOf(sources, last.files)) return last.result;

    const group = dev ? TmplGroup.newDev() : new TmplGroup();
    try {
      const problems: Problem[] = [];
      const wxs = createWxsProgram((file) => (file.startsWith('..') ? null : sources.read(file)));
      const graph = addAll(group, sources, paths, wxs, problems);
      problems.push(...wxsWarnings(wxs.units.values(), sources.read));
      const files = [...new Set([...graph].flatMap(([file, taken]) => [file, ...taken]))];
      const hashes = paths.map((path) => [
        path,
        hashOf(sources, closure(graph, `${path}.wxml`)).slice(0, 12),
      ]);
      const result: CompiledTemplates = {
        code: group.getTmplGenObjectGroups(),
        wxs: wxsCode(wxs.units.values()),
        hashes: Object.fromEntries(hashes),
        problems: problems.map((problem) => ({ ...problem, units: takenInBy(problem.file, graph, paths) })),
      };
      last = { key: hashOf(sources, files), files, paths: wanted, result };
      return result;
    } finally {
      group.free();
    }
  };
}
