/** Compiles WXSS to CSS for the frame: imports, units, selectors, theme. */
import { join, posix, relative, sep } from 'node:path';
import postcss, {
  type AtRule,
  CssSyntaxError,
  type Declaration,
  type Node,
  type Root,
  type Rule,
} from 'postcss';
import { insideRoot } from '../candidates';
import { problemAt, problemOf } from '../problems';
import type { Sources } from '../sources';
import type { Problem } from '../types';
import { followTheme } from './color-scheme';
import { refusalsOf } from './grammar';
import { localUrlMessage, withoutLocalUrls } from './local-urls';
import { convertSelector, type SelectorNote, scrollerSelector } from './selectors';
import { SLASHES, withoutSlashes, withSemicolons } from './slashes';
import { convertValue } from './values';

const target = (params: string): string =>
  /^(?:url\(\s*)?["']?([^"')]+)["']?/i.exec(params.trim())?.[1]?.trim() ?? '';

const inKeyframes = (rule: Rule): boolean =>
  rule.parent?.type === 'atrule' && /keyframes$/i.test((rule.parent as AtRule).name);

/** State of the compilation of one style sheet. */
interface Work {
  sources: Sources;
  scope: string;
  problems: Problem[];
  /** File → text: the style sheet and all its imports. */
  read: Map<string, string | null>;
}

/** A compiled style sheet. */
interface CompiledWxss {
  css: string;
  problems: readonly Problem[];
}

const BYTE_ORDER_MARK =
  'this file begins with U+FEFF (byte-order mark), which WeChat refuses in a style sheet: save it as UTF-8 without BOM';

/** Parses a file as WeChat does. null: there is a syntax error, which was reported. */
function parse(work: Work, file: string, written: string): Root | null {
  if (written.startsWith('\uFEFF'))
    work.problems.push(problemAt('error', file, { line: 1, column: 1 }, BYTE_ORDER_MARK, written));
  const text = withSemicolons(
    withoutSlashes(written, (place, refused) =>
      work.problems.push(problemAt(refused ? 'error' : 'warning', file, place, SLASHES, written)),
    ),
  );
  try {
    const root = postcss.parse(text, { from: join(work.sources.root, file) });
    for (const { place, message } of refusalsOf(root, text))
      work.problems.push(problemAt('error', file, place, message, written));
    return root;
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error;
    const place = { line: error.line ?? 1, column: error.column ?? 1 };
    work.problems.push(problemAt('error', file, place, error.reason, written));
    return null;
  }
}

/** Path of `@import "name"` in `file`, with or without `.wxss`. null: the path is outside the package. */
function importedPath(file: string, name: string): string | null {
  if (/^(https?:)?\/\//.test(name)) return null;
  const path = insideRoot(name.startsWith('/') ? name : posix.join(posix.dirname(file), name));
  return path === null ? null : `${path.replace(/\.wxss$/, '')}.wxss`;
}

/**
 * Parses a file and replaces each `@import` by the imported rules. If a file is imported several times, only its last
 * `@import` is replaced: its rules override the earlier ones anyway. So each file is parsed only once.
 * @param placed files that are already inserted; the imports are processed from the last to the first
 */
function load(work: Work, file: string, chain: readonly string[], placed: Set<string>): Root | null {
  const text = work.sources.read(file);
  work.read.set(file, text);
  if (text === null) return null;
  const root = parse(work, file, text);
  const imports: AtRule[] = [];
  // Do not pass a RegExp to `walkAtRules`. In Jest, postcss is outside the sandbox, does not recognise the RegExp, and
  // treats it as a name.
  root?.walkAtRules((rule) => {
    if (/^import$/i.test(rule.name)) imports.push(rule);
  });
  for (const rule of imports.reverse()) {
    const name = target(rule.params);
    const path = importedPath(file, name);
    const isTaken = path === null || chain.includes(path) || placed.has(path);
    if (!isTaken) placed.add(path);
    const imported = isTaken ? null : load(work, path, [...chain, path], placed);
    if (imported) rule.replaceWith(imported.nodes);
    else rule.remove();
    const missing = path === null || !work.sources.exists(path) ? `"${name}" is not found` : null;
    const circle = path === null ? [] : [...chain.slice(chain.indexOf(path)), path];
    const circular =
      path !== null && chain.includes(path) ? `these files import each other: ${circle.join(' → ')}` : null;
    const message = missing ?? circular;
    const at = rule.source?.start ?? { line: 0, column: 0 };
    if (message !== null) work.problems.push(problemAt('error', file, at, message, text));
  }
  return root;
}

/**
 * Copies the background of `page` to the scroller, as a browser does for its canvas: then the background is behind the
 * whole page while it scrolls. CSS variables are also copied, because the background may use them.
 */
function paintScroller(rule: Rule, selector: string): void {
  const paint: Declaration[] = [];
  rule.each((node) => {
    if (node.type === 'decl' && /^(background|--)/i.test(node.prop)) paint.push(node.clone());
  });
  if (paint.length > 0) rule.after(postcss.rule({ selector, nodes: paint }));
}

/** Reports a problem at the position of a rule or a declaration. */
function report(work: Work, severity: Problem['severity'], { source }: Node, message: string): void {
  const { line, column } = source?.start ?? { line: 0, column: 0 };
  const file = relative(work.sources.root, source?.input.file ?? '')
    .split(sep)
    .join('/');
  work.problems.push({ ...problemOf(severity, file, message), line, column });
}

/** The value of a declaration without local URLs. Reports local URLs, and units that WeChat does not convert. */
function withoutUnknowns(work: Work, declaration: Declaration): string {
  const value = withoutLocalUrls(declaration.value, (address) =>
    report(work, 'warning', declaration, localUrlMessage(address)),
  );
  const unit = /\d(rpx)\b/gi;
  for (const [, found = ''] of value.matchAll(unit)) {
    if (found !== 'rpx')
      report(work, 'warning', declaration, `"${found}": WeChat accepts rpx in lower case only`);
  }
  return value;
}

function convertRule(work: Work, rule: Rule): void {
  if (inKeyframes(rule)) return;
  const note: SelectorNote = { loose: false, host: false };
  const before = rule.selector;
  let scroller: string | null = null;
  try {
    if (work.scope === '') scroller = scrollerSelector(before);
    rule.selector = convertSelector(before, work.scope, note);
  } catch {
    // WeChat's compiler only checks selectors with square brackets. It keeps other invalid selectors, and the page
    // ignores them.
    if (before.includes('[')) report(work, 'error', rule, `"${before}" is not a selector`);
    else report(work, 'warning', rule, `"${before}" is not a selector: the rule has no effect`);
    rule.remove();
    return;
  }
  if (note.loose) {
    report(
      work,
      'warning',
      rule,
      `"${before}": a component's style sheet should select by class only, not by tag, id or attribute`,
    );
  }
  if (note.host) {
    report(
      work,
      'warning',
      rule,
      `"${before}": WeChat converts only :host and :host(.name), as the whole selector of a rule. In any other place it matches nothing`,
    );
  }
  if (scroller !== null) paintScroller(rule, scroller);
}

function compile(work: Work, file: string): CompiledWxss {
  const root = load(work, file, [file], new Set());
  if (root === null) return { css: '', problems: work.problems };
  const rules: Rule[] = [];
  root.walkRules((rule) => {
    rules.push(rule);
  });
  for (const rule of rules) convertRule(work, rule);
  for (const media of followTheme(root)) {
    work.problems.push(
      problemOf(
        'warning',
        file,
        `@media ${media.params}: the preview cannot convert this condition, so it depends on the computer's theme`,
      ),
    );
  }
  root.walkDecls((declaration) => {
    declaration.value = convertValue(withoutUnknowns(work, declaration));
  });
  // WeChat does not compile a style sheet that contains an error.
  const broken = work.problems.some(({ severity }) => severity === 'error');
  return { css: broken ? '' : root.toString(), problems: work.problems };
}

/**
 * Creates a compiler that compiles a style sheet again only if the file or one of its imports has changed. The
 * parameters of the result: the sources; the file, relative to the root (a missing file is an empty style sheet); the
 * prefix of the classes, '' for global classes.
 */
export function wxssCompiler() {
  const memory = new Map<string, { read: Work['read']; result: CompiledWxss }>();
  return (sources: Sources, file: string, scope: string): CompiledWxss => {
    const known = memory.get(`${file} ${scope}`);
    if (known && [...known.read].every(([name, text]) => sources.read(name) === text)) return known.result;
    const work: Work = { sources, scope, problems: [], read: new Map() };
    const result = compile(work, file);
    memory.set(`${file} ${scope}`, { read: work.read, result });
    return result;
  };
}
