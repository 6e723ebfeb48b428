/** The WXML files of a program, parsed and checked by the front end that the headless stage uses too. */
import { posix } from 'node:path';
import { parseWxml } from '../../../simulator/wxml/document';
import { isOutside, type Linker, link } from '../../../simulator/wxml/link';
import type { WxmlDocument } from '../../../simulator/wxml/syntax';
import { placeIn, WxmlError } from '../../../simulator/wxml/wxml-error';
import type { Surroundings } from './glass-easel/document-text';
import { problemAt } from './problems';
import type { Sources } from './sources';
import type { Problem } from './types';

/** A file without mistakes. */
export interface TemplateDocument {
  /** Without an ending. */
  path: string;
  document: WxmlDocument;
}

export interface TemplateDocuments extends Surroundings {
  /** A file by its path without an ending; undefined when there is none or when it has a mistake. */
  open(path: string): TemplateDocument | undefined;
  /** Checks a page's or a component's file and all that it takes in. */
  check(path: string): void;
}

/** Parsing the same text again gives the same document. */
const parsed = new Map<string, { text: string; document: WxmlDocument }>();

/**
 * Makes the files of one compilation.
 * @param problems Gets every mistake, once.
 */
export function readDocuments(sources: Sources, problems: Problem[]): TemplateDocuments {
  const opened = new Map<string, TemplateDocument | undefined>();
  const linked = new Set<TemplateDocument>();
  const told = new Set<string>();

  const tell = (severity: Problem['severity'], path: string, reason: string, at: number): void => {
    const file = `${path}.wxml`;
    const text = sources.read(file) ?? '';
    const problem = problemAt(severity, file, placeIn(text, at), reason, text);
    const key = `${file}:${problem.line}:${problem.column} ${reason}`;
    if (!told.has(key)) problems.push(problem);
    told.add(key);
  };

  function read(path: string): TemplateDocument | undefined {
    const file = `${path}.wxml`;
    const text = isOutside(path) ? null : sources.read(file);
    // A unit's own missing file has been reported with the unit, an imported one is reported with its import.
    if (text === null) return undefined;
    const known = parsed.get(`${sources.root}/${file}`);
    try {
      const document = known?.text === text ? known.document : parseWxml(text, file);
      parsed.set(`${sources.root}/${file}`, { text, document });
      for (const { reason, at } of document.warnings) tell('warning', path, reason, at);
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
    return posix.normalize(target).replace(/\.(?:wxml|wxs)$/g, '');
  };

  const linker: Linker<TemplateDocument> = {
    refer({ src, at }, from, kind) {
      const path = resolve(src, from.path);
      if (src === '') tell('error', from.path, `<${kind}> needs a src`, at);
      else if (isOutside(path)) tell('error', from.path, `${path}.wxml is outside of the mini-program`, at);
      else if (sources.read(`${path}.wxml`) === null) {
        tell('error', from.path, `${path}.wxml does not exist.`, at);
      } else return open(path);
      return undefined;
    },
    warn: (file, reason, at) => tell('warning', file.path, reason, at),
  };

  return {
    open,
    resolve,
    included: (src, path) => open(resolve(src, path)),
    place(path, at) {
      const { line, column } = placeIn(sources.read(`${path}.wxml`) ?? '', at);
      return `${line}:${column}`;
    },
    check(path) {
      const file = open(path);
      if (file !== undefined) link(file, linker, linked);
    },
  };
}
