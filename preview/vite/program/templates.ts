/** WXML and WXS through glass-easel's compiler. */
import { createHash } from 'node:crypto';
import { TmplGroup } from 'glass-easel-template-compiler';
import { problemAt, problemOf } from './problems';
import type { Sources } from './sources';
import type { Problem } from './types';
import { wxsRequires, wxsToJs } from './wxs';

/** The compiled templates of a program. */
export interface CompiledTemplates {
  /** A JavaScript expression: an object, path → generator. After an error, as much as the compiler understood. */
  code: string;
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

/** A template or a script to add, by its path without an ending, and the file that asked for it. */
interface Wanted {
  path: string;
  kind: 'wxml' | 'wxs';
  from: string;
}

const withoutEnding = (path: string): string => path.replace(/\.(wxml|wxs)$/, '').replace(/^\/+/, '');

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
function addAll(group: TmplGroup, sources: Sources, paths: readonly string[], problems: Problem[]): Graph {
  const graph = new Map<string, readonly string[]>();
  const queue: Wanted[] = paths.map((path) => ({ path, kind: 'wxml', from: '' }));
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { path, kind, from } = next;
    const file = `${path}.${kind}`;
    if (graph.has(file)) continue;
    graph.set(file, []);
    const text = sources.read(file);
    if (text === null) {
      // A unit's own missing file has been reported with the unit.
      if (from !== '') problems.push(problemOf('error', from, `"/${file}" is not found`));
      continue;
    }
    const wanted: Wanted[] = [];
    const want = (targets: readonly string[], of: Wanted['kind']) =>
      wanted.push(...targets.map((target) => ({ path: withoutEnding(target), kind: of, from: file })));
    if (kind === 'wxs') {
      group.addScript(path, wxsToJs(path, text));
      want(wxsRequires(path, text), 'wxs');
    } else {
      problems.push(...problemsOf(file, text, group.addTmpl(path, text)));
      want(group.getDirectDependencies(path), 'wxml');
      want(group.getScriptDependencies(path), 'wxs');
      for (const name of group.getInlineScriptModuleNames(path) as string[]) {
        const script = group.getInlineScript(path, name);
        want(wxsRequires(path, script), 'wxs');
        group.setInlineScript(path, name, wxsToJs(`${path}#${name}`, script));
      }
    }
    graph.set(
      file,
      wanted.map((one) => `${one.path}.${one.kind}`),
    );
    queue.push(...wanted);
  }
  return graph;
}

/** A file and everything that it takes in, directly or not. */
function closure(graph: Graph, file: string): string[] {
  const found = new Set([file]);
  for (const one of found) for (const next of graph.get(one) ?? []) found.add(next);
  return [...found];
}

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
      const graph = addAll(group, sources, paths, problems);
      const files = [...graph.keys()];
      const hashes = paths.map((path) => [
        path,
        hashOf(sources, closure(graph, `${path}.wxml`)).slice(0, 12),
      ]);
      const result: CompiledTemplates = {
        code: group.getTmplGenObjectGroups(),
        hashes: Object.fromEntries(hashes),
        problems,
      };
      last = { key: hashOf(sources, files), files, paths: wanted, result };
      return result;
    } finally {
      group.free();
    }
  };
}
