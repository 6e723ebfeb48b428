/** WXS in a template: found, compiled, and replaced by stubs, so that glass-easel's compiler sees none of its text. */
import {
  placeOf,
  recordOf,
  WxsError,
  type WxsProgram,
  type WxsUnit,
  wxsPath,
  wxsTagProblem,
} from '../../../simulator/wxs';
import { problemAt } from './problems';
import type { Problem } from './types';

/** A `<wxs>` element of a template. */
interface Tag {
  readonly module: string | true | undefined;
  readonly src: string | true | undefined;
  readonly content: string;
  /** Offsets: of `<wxs`, of what stands inside, of what follows. */
  readonly at: number;
  readonly inside: number;
  readonly end: number;
}

const SKIPPED = /<!--[\s\S]*?(?:-->|$)|<wxs(?=[\s/>])/g;
const ATTRIBUTE = /\s+([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/y;
const OPENED = /\s*(\/?)>/y;

function tagsOf(text: string): Tag[] {
  const tags: Tag[] = [];
  SKIPPED.lastIndex = 0;
  for (let found = SKIPPED.exec(text); found !== null; found = SKIPPED.exec(text)) {
    if (found[0] !== '<wxs') continue;
    const attributes = new Map<string, string | true>();
    ATTRIBUTE.lastIndex = SKIPPED.lastIndex;
    OPENED.lastIndex = SKIPPED.lastIndex;
    for (let one = ATTRIBUTE.exec(text); one !== null; one = ATTRIBUTE.exec(text)) {
      attributes.set(String(one[1]), one[2] ?? one[3] ?? true);
      OPENED.lastIndex = ATTRIBUTE.lastIndex;
    }
    const opened = OPENED.exec(text);
    // A tag that is never finished: the template's own compiler says so.
    if (opened === null) continue;
    const inside = OPENED.lastIndex;
    const close = opened[1] === '/' ? inside : text.indexOf('</wxs>', inside);
    if (close < 0) continue;
    const end = opened[1] === '/' ? inside : close + '</wxs>'.length;
    const content = text.slice(inside, close);
    tags.push({
      module: attributes.get('module'),
      src: attributes.get('src'),
      content,
      at: found.index,
      inside,
      end,
    });
    SKIPPED.lastIndex = end;
  }
  return tags;
}

/** Spaces in the place of a piece of text: what follows keeps its line and column. */
const blank = (text: string, from: number, to: number): string =>
  text.slice(0, from) + text.slice(from, to).replace(/[^\r\n]/g, ' ') + text.slice(to);

/** The WXS of one template. */
export interface TemplateScripts {
  /** The template without code, and without elements that are wrong. */
  readonly text: string;
  /** Name of an inline module → its unit. */
  readonly inline: ReadonlyMap<string, WxsUnit>;
  /** Modules that are files. */
  readonly files: readonly WxsUnit[];
  readonly problems: readonly Problem[];
}

/** Compiles the `<wxs>` elements of a template and all that they require. `file` is relative to the root. */
export function scriptsOf(
  file: string,
  text: string,
  program: WxsProgram,
  read: (file: string) => string | null,
): TemplateScripts {
  const inline = new Map<string, WxsUnit>();
  const files: WxsUnit[] = [];
  const problems: Problem[] = [];
  let rest = text;
  for (const tag of tagsOf(text)) {
    rest = blank(rest, tag.inside, tag.inside + tag.content.length);
    try {
      const unit = unitOf(tag, file, text, program, read);
      if (typeof tag.src === 'string') files.push(unit);
      else inline.set(String(tag.module), unit);
    } catch (error) {
      if (!(error instanceof WxsError)) throw error;
      rest = blank(rest, tag.at, tag.end);
      problems.push(problemAt('error', error.file, error.place, error.reason, read(error.file) ?? undefined));
    }
  }
  return { text: rest, inline, files, problems };
}

function unitOf(
  tag: Tag,
  file: string,
  text: string,
  program: WxsProgram,
  read: (file: string) => string | null,
): WxsUnit {
  const fail = (reason: string): never => {
    throw new WxsError(reason, file, placeOf(text, tag.at));
  };
  const problem = wxsTagProblem(tag.module, tag.src, tag.content);
  if (problem !== undefined) fail(problem);
  if (typeof tag.src === 'string') {
    const path = wxsPath(file, tag.src);
    if (read(path) === null) fail(`<wxs src="${tag.src}">: ${path} does not exist`);
    return program.file(path);
  }
  // glass-easel's compiler puts the file's name between quotes as it is.
  if (/['\\]/.test(file))
    fail('a <wxs> with code cannot stand in a file with a quote or a backslash in its name');
  const start = placeOf(text, tag.inside);
  return program.inline({ id: `${file}#${tag.module}`, file, text: tag.content, start });
}

/** What the template's compiler is given in the place of a module's code. */
export const wxsStub = (id: string): string => `module.exports = $wxs(${JSON.stringify(id)})`;

/** The modules as a JavaScript expression: a list of records and functions, for `moduleOf`. */
export const wxsCode = (units: Iterable<WxsUnit>): string =>
  `[${[...units].map((unit) => `[${JSON.stringify(recordOf(unit))}, ${unit.compiled.code}]`).join(',\n')}]`;

/** Everything that is worth a warning. */
export const wxsWarnings = (units: Iterable<WxsUnit>, read: (file: string) => string | null): Problem[] =>
  [...units].flatMap(({ compiled }) =>
    compiled.warnings.map(({ file, place, reason }) =>
      problemAt('warning', file, place, reason, read(file) ?? undefined),
    ),
  );
