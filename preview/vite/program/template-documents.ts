/** Parses and checks the WXML files of a program, with the parser of the headless stage. */
import { posix } from 'node:path';
import { parseWxml } from '../../../simulator/wxml/document';
import { isOutside, type Linker, link, nothingLinked } from '../../../simulator/wxml/link';
import type { WxmlDocument } from '../../../simulator/wxml/syntax';
import { placeIn, WxmlError } from '../../../simulator/wxml/wxml-error';
import type { Surroundings } from './glass-easel/document-text';
import { problemAt } from './problems';
import type { Sources } from './sources';
import type { Problem } from './types';

/** A file without mistakes. */
interface TemplateDocument {
  /** Without the extension. */
  path: string;
  document: WxmlDocument;
}

/** The WXML files of one compilation. */
interface TemplateDocuments extends Surroundings {
  /** A file by its path without the extension; undefined if it does not exist or has a mistake. */
  open(path: string): TemplateDocument | undefined;
  /**
   * Whether its includes or templates are endless, or too many. If so, this was already reported, and the file cannot
   * be written.
   */
  isEndless(document: WxmlDocument): boolean;
  /** Checks the file of a page or component, and all files that it imports or includes. */
  check(path: string): void;
}

/** Cache of parsed documents, by absolute path. */
const parsed = new Map<string, { text: string; document: WxmlDocument }>();

/** Opens the WXML files of one compilation. @param problems each mistake is added once */
export function readDocuments(sources: Sources, problems: Problem[]): TemplateDocuments {
  const opened = new Map<string, TemplateDocument | undefined>();
  const linked = nothingLinked<TemplateDocument>();
  const reported = new Set<string>();

  const report = (
    severity: Problem['severity'],
    path: string,
    reason: string,
    at: number,
    tag?: string,
  ): void => {
    const file = `${path}.wxml`;
    const text = sources.read(file) ?? '';
    const problem = problemAt(severity, file, placeIn(text, at), reason, text);
    const key = `${file}:${problem.line}:${problem.column} ${reason}`;
    if (!reported.has(key)) problems.push(tag === undefined ? problem : { ...problem, tag });
    reported.add(key);
  };

  function read(path: string): TemplateDocument | undefined {
    const file = `${path}.wxml`;
    const text = isOutside(path) ? null : sources.read(file);
    // A missing file is reported elsewhere: units.ts reports the file of a page or component, `refer` below an imported
    // file.
    if (text === null) return undefined;
    const known = parsed.get(`${sources.root}/${file}`);
    try {
      const document = known?.text === text ? known.document : parseWxml(text, file);
      parsed.set(`${sources.root}/${file}`, { text, document });
      for (const { reason, at, tag } of document.warnings) report('warning', path, reason, at, tag);
      return { path, document };
    } catch (error) {
      if (!(error instanceof WxmlError)) throw error;
      problems.push(problemAt('error', file, error.place, error.reason, text));
      return undefined;
    }
  }

  const open = (path: string): TemplateDocument | undefined => {
    if (!opened.has(path)) opened.set(path, read(path));
    return opened.get(path);
  };

  const resolve = (src: string, path: string): string => {
    const target = src.startsWith('/') ? src.replace(/^\/+/, '') : posix.join(posix.dirname(path), src);
    return posix.normalize(target).replace(/\.wxml$/, '');
  };

  const linker: Linker<TemplateDocument> = {
    refer({ src, at }, from, kind) {
      const path = resolve(src, from.path);
      if (src === '') report('error', from.path, `<${kind}> needs a src`, at);
      else if (isOutside(path)) report('error', from.path, `${path}.wxml is outside of the mini-program`, at);
      else if (sources.read(`${path}.wxml`) === null) {
        report('error', from.path, `${path}.wxml does not exist.`, at);
      } else return open(path);
      return undefined;
    },
    warn: (file, reason, at) => report('warning', file.path, reason, at),
    refuse: (file, reason, at) => report('error', file.path, reason, at),
    nameOf: ({ path }) => `${path}.wxml`,
  };

  const isEndless = ({ nodes, templates }: WxmlDocument): boolean =>
    [nodes, ...templates.values()].some((part) => linked.nesting.get(part)?.mistake !== undefined);

  const lines = new Map<string, readonly number[]>();
  /** Offsets of the line starts of a file. They are cached, because a file may contain thousands of elements. */
  function linesOf(path: string): readonly number[] {
    const known = lines.get(path);
    if (known !== undefined) return known;
    const starts = [
      0,
      ...[...(sources.read(`${path}.wxml`) ?? '').matchAll(/\n/g)].map(({ index }) => index + 1),
    ];
    lines.set(path, starts);
    return starts;
  }

  return {
    open,
    resolve,
    place(path, at) {
      const starts = linesOf(path);
      // Binary search of the last line that starts at or before the offset.
      let [line, end] = [0, starts.length];
      while (end - line > 1) {
        const middle = (line + end) >> 1;
        if ((starts[middle] as number) <= at) line = middle;
        else end = middle;
      }
      return `${line + 1}:${at - (starts[line] as number) + 1}`;
    },
    isEndless,
    included(src, path) {
      const file = open(resolve(src, path));
      return file === undefined || isEndless(file.document) ? undefined : file;
    },
    check(path) {
      const file = open(path);
      if (file !== undefined) link(file, linker, linked);
    },
  };
}
