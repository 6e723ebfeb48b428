/** The WXML and WXS files of one mini-program: reads, parses and caches them. */
import { dirname, join, relative } from 'node:path';
import { isOtherEncoding, NOT_UTF8 } from '../../sources/encoding';
import { textOf, withSlashes } from '../../sources/text-file';
import { parseWxml } from '../../wxml/document';
import { isOutside, type Linked, nothingLinked } from '../../wxml/link';
import type { WxmlDocument } from '../../wxml/syntax';
import { WxmlError, wxmlMessage } from '../../wxml/wxml-error';
import { createScripts } from './scripts';

/** A parsed WXML file. */
export interface WxmlFile {
  /** Absolute. */
  readonly path: string;
  /** Relative to the root, for messages. */
  readonly name: string;
  readonly document: WxmlDocument;
  /** Name → exports of the wxs modules that the file declares. */
  readonly modules: ReadonlyMap<string, unknown>;
  /** An error at a place in this file. */
  error(reason: string, at: number): WxmlError;
  /** Reports a message about a place in this file to the developer; the stage continues. */
  warn(reason: string, at: number): void;
}

export interface WxmlFiles {
  /** Files whose references to other files have been checked. */
  readonly linked: Linked<WxmlFile>;
  /** @throws Error when the file does not exist, WxmlError when it contains a mistake. */
  load(path: string): WxmlFile;
  /** Resolves `src` in `file` to an absolute path. */
  resolve(src: string, file: WxmlFile, extension: string): string;
  /** Is the file at this absolute path allowed as part of the mini-program? */
  mayHold(path: string): boolean;
  /** The path from the root, for messages. */
  nameOf(path: string): string;
}

/** Path → the last parsed source and its document; shared by all mini-programs in this process. */
const parsed = new Map<string, { readonly source: string; readonly document: WxmlDocument }>();

/**
 * Creates the file cache of the mini-program in `root` (absolute).
 * @param report Called with mistakes that WeChat tolerates.
 * @param inMemory Path → source of files that are not on disk.
 * @param isBounded Are files outside `root` a mistake?
 * @param isOwn Is the tag a component of the mini-program in the WXML file at this absolute path?
 */
export function createWxmlFiles(
  root: string,
  report: (message: string) => void = () => {},
  inMemory: ReadonlyMap<string, string> = new Map(),
  isBounded = true,
  isOwn: (tag: string, path: string) => boolean = () => false,
): WxmlFiles {
  const files = new Map<string, WxmlFile>();
  const scripts = createScripts(root, report);
  const nameOf = (path: string) => withSlashes(relative(root, path));
  const resolve = (src: string, from: string, extension: string) => {
    const path = src.startsWith('/') ? join(root, src) : join(dirname(from), src);
    return path.endsWith(extension) ? path : `${path}${extension}`;
  };

  function parse(path: string, name: string): { source: string; document: WxmlDocument } {
    const given = inMemory.get(path);
    const text = given ?? textOf(path);
    if (text === null) throw new Error(`${name} does not exist.`);
    if (isOtherEncoding(text)) throw new WxmlError(NOT_UTF8, name, '', 0);
    const source = text.replace(/^\uFEFF/, '');
    const known = parsed.get(path);
    if (known?.source === source) return known;
    const fresh = { source, document: parseWxml(source, name) };
    parsed.set(path, fresh);
    return fresh;
  }

  function load(path: string): WxmlFile {
    const known = files.get(path);
    if (known !== undefined) return known;
    const name = nameOf(path);
    const { source, document } = parse(path, name);
    const error = (reason: string, at: number) => new WxmlError(reason, name, source, at);
    const warn = (reason: string, at: number) => report(wxmlMessage(reason, name, source, at));
    for (const { reason, at, tag } of document.warnings)
      if (tag === undefined || !isOwn(tag, path)) warn(reason, at);
    const modules = scripts.load(document.scripts, { name, source, error });
    const file: WxmlFile = { path, name, document, modules, error, warn };
    files.set(path, file);
    return file;
  }

  return {
    linked: nothingLinked(),
    load,
    nameOf,
    mayHold: (path) => !isBounded || !isOutside(nameOf(path)),
    resolve: (src, file, extension) => resolve(src, file.path, extension),
  };
}
