/** WXML and WXS files of one mini-program: read, parsed and cached. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseWxml, type WxmlElement, WxmlError, type WxmlNode } from './parse';

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
  /** Exports of its wxs modules, by module name. */
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
const parsed = new Map<string, { source: string; nodes: WxmlNode[] }>();

/** Makes the files of the mini-program in `root` (absolute). */
export function createWxmlFiles(root: string): WxmlFiles {
  const files = new Map<string, WxmlFile>();
  const scripts = new Map<string, { exports: unknown }>();
  const nameOf = (path: string) => relative(root, path).replaceAll('\\', '/');
  const resolve = (src: string, from: string, extension: string) => {
    const path = src.startsWith('/') ? join(root, src) : join(dirname(from), src);
    return path.endsWith(extension) ? path : `${path}${extension}`;
  };

  function loadScript(path: string): unknown {
    const known = scripts.get(path);
    if (known !== undefined) return known.exports;
    if (!existsSync(path)) throw new Error(`${nameOf(path)} does not exist.`);
    return runScript(readFileSync(path, 'utf8'), path);
  }

  function runScript(code: string, path: string): unknown {
    const module: { exports: unknown } = { exports: {} };
    if (path.endsWith('.wxs')) scripts.set(path, module);
    const require = (src: string) => loadScript(resolve(src, path, '.wxs'));
    try {
      const run = new Function('module', 'exports', 'require', 'getRegExp', 'getDate', code);
      run(
        module,
        module.exports,
        require,
        (pattern: string, flags?: string) => new RegExp(pattern, flags),
        (...args: []) => new Date(...args),
      );
    } catch (error) {
      throw new Error(
        `${nameOf(path)}: the wxs code fails: ${error instanceof Error ? error.message : error}`,
        {
          cause: error,
        },
      );
    }
    return module.exports;
  }

  function parse(path: string, name: string): { source: string; nodes: WxmlNode[] } {
    if (!existsSync(path)) throw new Error(`${name} does not exist.`);
    const source = readFileSync(path, 'utf8');
    const known = parsed.get(path);
    if (known?.source === source) return known;
    const fresh = { source, nodes: parseWxml(source, name) };
    parsed.set(path, fresh);
    return fresh;
  }

  function load(path: string): WxmlFile {
    const known = files.get(path);
    if (known !== undefined) return known;
    const name = nameOf(path);
    const { source, nodes } = parse(path, name);
    const error = (reason: string, at: number) => new WxmlError(reason, name, source, at);
    const templates = new Map<string, WxmlElement>();
    const imports: WxmlElement[] = [];
    const modules = new Map<string, unknown>();
    const content: WxmlNode[] = [];
    for (const node of nodes) {
      if (node.kind === 'text') content.push(node);
      else if (node.tag === 'template' && node.attributes.has('name')) {
        templates.set(String(node.attributes.get('name')), node);
      } else if (node.tag === 'import') imports.push(node);
      else if (node.tag === 'wxs') {
        const module = node.attributes.get('module');
        if (typeof module !== 'string') throw error('<wxs> needs a module name', node.at);
        const src = node.attributes.get('src');
        const [code] = node.children;
        modules.set(
          module,
          typeof src === 'string'
            ? loadScript(resolve(src, path, '.wxs'))
            : runScript(code?.kind === 'text' ? code.text : '', path),
        );
      } else content.push(node);
    }
    const file: WxmlFile = { path, name, source, nodes: content, templates, imports, modules, error };
    files.set(path, file);
    return file;
  }

  return { load, resolve: (src, file, extension) => resolve(src, file.path, extension) };
}
