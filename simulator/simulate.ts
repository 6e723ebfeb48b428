/**
 * The functions of miniprogram-simulate (`load`, `render`, `behavior`, `match`, `sleep`, `scroll`), implemented with
 * this project's WXML compiler and diff. A test suite for miniprogram-simulate runs unchanged if the test runner's
 * configuration maps the module's name to this file.
 */

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join } from 'node:path';
import { behaviorDefinition, componentDefinition } from './headless/definitions';
import { type Definition, type Instance, engine as loadEngine } from './headless/engine/engine';
import { loadLibrary } from './headless/engine/libraries';
import { compileTemplate, type ResolveTag, type Template } from './headless/wxml/compile';
import { createWxmlFiles } from './headless/wxml/files';
import type { VirtualNode } from './headless/wxml/virtual';

/** Options of `load`. */
export interface LoadOptions {
  /** The folder from which absolute paths in WXML and JSON start. Default: the folder of the component. */
  readonly rootPath?: string;
  /** Whether the style sheets are written in Less. */
  readonly less?: boolean;
  /** Tag → path or id. Takes precedence over the JSON of every component that this call loads. */
  readonly usingComponents?: Readonly<Record<string, string>>;
  /** Accepted for compatibility, without effect. */
  readonly compiler?: 'official' | 'simulate';
  /** Accepted for compatibility, without effect. */
  readonly compilerOptions?: unknown;
}

/** A rendered component or an element in it, with the members that j-component documents. */
export interface SimulatedComponent {
  readonly dom: HTMLElement;
  /** `this` of the component. */
  readonly instance: Instance;
  readonly data: Record<string, unknown>;
  querySelector(selector: string): SimulatedComponent | undefined;
  querySelectorAll(selector: string): SimulatedComponent[];
  setData(data: Record<string, unknown>, callback?: () => void): void;
  dispatchEvent(name: string, options?: Readonly<Record<string, unknown>>): void;
  addEventListener(name: string, handler: (event: never) => unknown, useCapture?: boolean): void;
  removeEventListener(name: string, handler: (event: never) => unknown, useCapture?: boolean): void;
  triggerLifeTime(name: string, args?: readonly unknown[]): void;
  triggerPageLifeTime(name: string, args?: readonly unknown[]): void;
  /** The tree with its attributes and events; `miniprogram-simulate/jest-snapshot-plugin` prints it. */
  toJSON(): { tagName: string; attrs: unknown[]; event: Record<string, unknown>; children: unknown[] };
}

/** The result of `render`. */
export interface SimulatedRoot extends SimulatedComponent {
  attach(parent: Node): void;
  detach(): void;
}

/** The data of the file whose call of `Component()` is awaited. */
interface Loading {
  readonly id: string;
  readonly path: string;
  readonly tagName: string;
  readonly using: Readonly<Record<string, string>>;
}

/** One call of `load`. */
interface Call {
  readonly options: LoadOptions & { readonly rootPath: string };
  /** Path → id of each component that this call has loaded. */
  readonly ids: Map<string, string>;
  readonly components: Loading[];
  readonly styles: string[];
}

const engine = loadEngine();
const load_ = createRequire(__filename);
const wxss = loadLibrary('miniprogram-simulate/src/wxss.js') as {
  getContent(path: string): string;
  compile(css: string, options: object): string;
  insert(css: readonly string[], id: string): void;
};
const originals = loadLibrary('miniprogram-simulate/index.js') as {
  match(dom: unknown, html: string): boolean;
  sleep(milliseconds?: number): Promise<void>;
  scroll(component: SimulatedComponent, offset?: number, times?: number, property?: string): void;
};

/**
 * Functions of miniprogram-simulate itself: `match` compares a node with HTML, `sleep` waits, `scroll` scrolls a
 * component in steps.
 */
export const { match, scroll, sleep } = originals;

/** Id → the style sheets that `render` adds to the document. */
const styleSheets = new Map<string, readonly string[]>();
/** Path → the argument of the script's `Component()`. Cached, because Jest runs a module only once. */
const definitions = new Map<string, Definition>();
/** The component whose script is running. */
let loading: { component: Loading; call: Call } | undefined;
let lastId = 0;

function newId(): string {
  lastId += 1;
  return `simulate-${lastId}`;
}

/** `Behavior()`. @returns the id for the field `behaviors`. */
export function behavior(definition: Definition): string {
  if (typeof definition !== 'object') throw new Error('definition must be a object');
  return engine.behavior(behaviorDefinition(definition));
}

/**
 * Registers a component and the components that it uses.
 * @param component The path without extension, or a definition with `template` and `usingComponents` (tag → id).
 * @param tagName The tag and the prefix of its classes. Default: `main`.
 * @returns the id for `render`.
 * @throws Error `invalid componentPath` when there is no JSON file; WxmlError for a mistake in a template.
 */
export function load(
  component: string | Definition,
  tagName: string | LoadOptions = {},
  given: LoadOptions = {},
): string {
  const options = typeof tagName === 'object' ? tagName : given;
  const tag = typeof tagName === 'string' && tagName !== '' ? tagName : 'main';
  if (typeof component === 'object') return loadDefinition(component);
  if (typeof component !== 'string') throw new Error('componentPath must be a string');
  const call: Call = {
    options: { ...options, rootPath: options.rootPath ?? dirname(component) },
    ids: new Map(),
    components: [],
    styles: [],
  };
  const id = collect(component, tag, call);
  for (const one of call.components) runScript(one, call);
  styleSheets.set(id, call.styles);
  return id;
}

/** Creates an instance. @throws Error if `id` is empty. */
export function render(id: string, properties?: Readonly<Record<string, unknown>>): SimulatedRoot {
  if (!id) throw new Error('you need to pass the componentId');
  const styles = styleSheets.get(id);
  if (styles !== undefined) wxss.insert(styles, id);
  const component = engine.create(id);
  if (properties !== undefined) engine.setProperties(component, properties);
  return component as unknown as SimulatedRoot;
}

function loadDefinition(definition: Definition): string {
  const {
    template = '',
    usingComponents = {},
    tagName,
    id = newId(),
    ...rest
  } = definition as Definition & {
    template?: string;
    usingComponents?: Readonly<Record<string, string>>;
    tagName?: string;
    id?: string;
  };
  const path = `/${id}.wxml`;
  const files = createWxmlFiles('/', () => {}, new Map([[path, String(template)]]));
  engine.register({
    id,
    path: path,
    tagName: tagName ?? 'main',
    template: namedLikeWcc(compileTemplate(path, files, resolver(usingComponents))),
    usingComponents,
    definition: prepared(rest, ''),
  });
  return id;
}

/** Lists a component after the components that it uses. */
function collect(path: string, tagName: string, call: Call): string {
  const known = call.ids.get(path);
  if (known !== undefined) return known;
  const json = readJson(path);
  if (json === undefined) throw new Error(`invalid componentPath: ${path}`);
  const id = newId();
  call.ids.set(path, id);
  const named = { ...json.usingComponents, ...call.options.usingComponents };
  const using = Object.fromEntries(
    Object.entries(named).map(([tag, value]) => {
      const used = isAbsolute(value) ? join(call.options.rootPath, value) : join(dirname(path), value);
      return [tag, existsSync(`${used}.json`) ? collect(used, tag, call) : value];
    }),
  );
  call.styles.push(wxss.compile(wxss.getContent(`${path}.wxss`), { prefix: tagName, ...call.options }));
  call.components.push({ id, path, tagName, using });
  return id;
}

function readJson(path: string): { usingComponents?: Record<string, string> } | undefined {
  try {
    return JSON.parse(readFileSync(`${path}.json`, 'utf8'));
  } catch {
    return undefined;
  }
}

function runScript(component: Loading, call: Call): void {
  const outer = loading;
  loading = { component, call };
  try {
    load_(component.path);
    const definition = definitions.get(component.path);
    if (definition === undefined) throw new Error(`${component.path} calls no Component().`);
    register(definition, component, call);
  } finally {
    loading = outer;
  }
}

function register(options: Definition, { id, path, tagName, using }: Loading, call: Call): void {
  // Allow files outside `rootPath`: it is only the start of absolute paths, not the root of the package.
  const files = createWxmlFiles(call.options.rootPath, undefined, undefined, false);
  const { pureDataPattern } = (options.options ?? {}) as { pureDataPattern?: RegExp };
  const template = namedLikeWcc(compileTemplate(`${path}.wxml`, files, resolver(using), pureDataPattern));
  const definition = prepared(withRelations(options, path, call), tagName);
  engine.register({ id, path, tagName, template, usingComponents: using, definition });
}

/** Resolves tags. An unknown tag keeps its name: exparser renders an empty component for it. */
function resolver(using: Readonly<Record<string, string>>): ResolveTag {
  return (tag) => {
    const id = using[tag];
    if (id !== undefined) return { id, tagName: tag };
    return { id: tag, tagName: engine.isBuiltIn(tag) ? `wx-${tag}` : tag };
  };
}

/**
 * Renames attributes and events as `wcc` does (`ariaLabel`, `tap`), and replaces undefined with an empty text as
 * j-component does: existing snapshots contain these names and values.
 */
function namedLikeWcc(template: Template): Template {
  const camel = (name: string) =>
    name.startsWith('data-')
      ? name
      : name.replace(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase());
  const renamed = (node: VirtualNode): VirtualNode => ({
    ...node,
    attrs: node.attrs.map(({ name, value }) => ({
      name: camel(name),
      value: value === undefined ? '' : value,
    })),
    again: node.again.map(camel),
    event: Object.fromEntries(
      Object.entries(node.event).map(([key, event]) => [
        event.isCapture && event.name in node.event ? key : event.name,
        event,
      ]),
    ),
    children: node.children.map(renamed),
  });
  return (data, changes) => renamed(template(data, changes));
}

function prepared(options: Definition, classPrefix: string): Definition {
  const definition = componentDefinition(options);
  return {
    ...definition,
    options: { ...(definition.options as object), classPrefix, ...(options.options as object | undefined) },
  };
}

/** Replaces the paths in relations with ids, because the engine identifies components by id. */
function withRelations(options: Definition, path: string, call: Call): Definition {
  const { relations } = options as { relations?: Record<string, Record<string, unknown>> };
  if (relations === undefined) return options;
  const byId = Object.entries(relations).map(([key, relation]) => {
    const target = isAbsolute(key) ? key : join(dirname(path), key);
    const id = call.ids.get(target);
    return id === undefined ? [key, relation] : [id, { ...relation, target: id }];
  });
  return { ...options, relations: Object.fromEntries(byId) };
}

const host = globalThis as Record<string, unknown>;
host.Component = (definition: Definition) => {
  if (loading !== undefined) definitions.set(loading.component.path, definition);
};
host.Behavior = behavior;
// Members that a test has set on `wx` take precedence, as in miniprogram-simulate.
host.wx = Object.assign(engine.stubs, host.wx);

/** Most suites use `import simulate from 'miniprogram-simulate'`. */
export default { behavior, load, match, render, scroll, sleep };
