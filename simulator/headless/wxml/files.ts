/** WXML and WXS files of one mini-program: read, parsed and cached. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseWxml, type WxmlElement, WxmlError, type WxmlNode } from './parse';
import { createScripts } from './scripts';

/** A parsed WXML file. */
export interface WxmlFile {
  /** Absolute. */
  readonly path: string;
  /** Relative to the root, for messages. */
  readonly name: string;
  readonly source: string;
  /** Without its templates, imports and scripts. */
  readonly nodes: readonly WxmlNode[];
  readonly templates: ReadonlyMap<string, WxmlElement>;
  readonly imports: readonly WxmlElement[];
  /** What it sees of its wxs modules, by module name. */
  readonly modules: ReadonlyMap<string, unknown>;
  /** An error at a place in this file. */
  error(reason: string, at: number): WxmlError;
}

export interface WxmlFiles {
  /** @throws Error when the file does not exist, WxmlError when it has a mistake. */
  load(path: string): WxmlFile;
  /** The absolute path that `src` in `file` means. */
  resolve(src: string, file: WxmlFile, extension: string): string;
}

/** Parsing the same text again gives the same tree: shared by all mini-programs in this process. */
const parsed = new Map<string, Parsed>();

interface Parsed extends Parts {
  readonly source: string;
  readonly warnings: readonly string[];
}

/** What is rendered, and what is declared. */
interface Parts {
  readonly content: readonly WxmlNode[];
  readonly templates: ReadonlyMap<string, WxmlElement>;
  readonly imports: readonly WxmlElement[];
  readonly scripts: readonly WxmlElement[];
}

/**
 * Makes the files of the mini-program in `root` (absolute).
 * @param report Hears of mistakes that WeChat lets pass.
 */
export function createWxmlFiles(root: string, report: (message: string) => void = () => {}): WxmlFiles {
  const files = new Map<string, WxmlFile>();
  const scripts = createScripts(root, report);
  const nameOf = (path: string) => relative(root, path).replaceAll('\\', '/');
  const resolve = (src: string, from: string, extension: string) => {
    const path = src.startsWith('/') ? join(root, src) : join(dirname(from), src);
    return path.endsWith(extension) ? path : `${path}${extension}`;
  };

  function parse(path: string, name: string): Parsed {
    if (!existsSync(path)) throw new Error(`${name} does not exist.`);
    const source = readFileSync(path, 'utf8');
    const known = parsed.get(path);
    if (known?.source === source) return known;
    const warnings: string[] = [];
    const nodes = parseWxml(source, name, (message) => warnings.push(message));
    const fresh = { source, warnings, ...sortOut(nodes) };
    parsed.set(path, fresh);
    return fresh;
  }

  function load(path: string): WxmlFile {
    const known = files.get(path);
    if (known !== undefined) return known;
    const name = nameOf(path);
    const { source, warnings, content, templates, imports, scripts: tags } = parse(path, name);
    for (const warning of warnings) report(warning);
    const error = (reason: string, at: number) => new WxmlError(reason, name, source, at);
    const modules = scripts.load(tags, { name, source, error });
    const file: WxmlFile = { path, name, source, nodes: content, templates, imports, modules, error };
    files.set(path, file);
    return file;
  }

  return { load, resolve: (src, file, extension) => resolve(src, file.path, extension) };
}

/** Takes the two apart. Declarations count for the whole file, wherever they stand. */
function sortOut(nodes: readonly WxmlNode[]): Parts {
  const templates = new Map<string, WxmlElement>();
  const imports: WxmlElement[] = [];
  const scripts: WxmlElement[] = [];
  const walk = (siblings: readonly WxmlNode[]): WxmlNode[] =>
    siblings.flatMap((node): WxmlNode[] => {
      if (node.kind === 'text') return [node];
      if (node.tag === 'wxs') scripts.push(node);
      else if (node.tag === 'import') imports.push(node);
      else if (node.tag === 'template' && node.attributes.has('name')) {
        templates.set(String(node.attributes.get('name')), { ...node, children: walk(node.children) });
      } else return [{ ...node, children: walk(node.children) }];
      return [];
    });
  return { content: walk(nodes), templates, imports, scripts };
}
