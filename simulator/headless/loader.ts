/** Registers the pages and components of one process with the engine, each at its first use. */
import { dirname, join } from 'node:path';
import { createBehaviorDepths } from '../program/behavior-depth';
import { checkDefinition, definitionOf } from '../program/definition-check';
import { copy } from '../program/plain-copy';
import { behaviorDefinition, componentDefinition, pageDefinition } from './definitions';
import type { Definition, Engine, Instance } from './engine/engine';
import { GENERIC } from './engine/render';
import type { Modules } from './modules/modules';
import type { Project } from './project';
import { compileTemplate, type ResolveTag } from './wxml/compile';
import { createWxmlFiles } from './wxml/files';

/** The definition that a script passed to `Page()` or `Component()`. */
interface Captured {
  readonly kind: 'Page' | 'Component';
  readonly options: Definition;
}

export interface Loader {
  /** Registers a page if necessary; returns its engine id. `route` must be one of the project's pages. */
  page(route: string): string;
  /**
   * Registers a component if necessary; returns its engine id. Undefined if there is no component at this path (from
   * the root, without extension).
   */
  component(path: string): string | undefined;
  /** `Behavior()`. */
  behavior(definition: Definition): string;
  /** Called by the globals `Page` and `Component`. */
  capture(captured: Captured): void;
  /** Ends the process: the engine deletes everything that was registered. */
  end(): void;
}

interface Surroundings {
  engine: Engine;
  project: Project;
  modules: Modules;
  /**
   * Called with every new instance before any code of it runs. `name` is its path from the root, `pure` its
   * `pureDataPattern`.
   */
  prepare(instance: Instance, name: string, relationOf: (key: string) => string, pure?: RegExp): void;
  /** Called with every instance that enters the document. */
  attached(instance: Instance): void;
  /** Called before the script of a page or component runs. `name` is its path from the root. */
  entering(name: string): void;
  /** Reports a message to the developer, once per message. */
  report(message: string): void;
}

/** The last id of a component. The engine identifies components by id, so ids are never reused. */
let lastId = 0;

/** Creates the loader of one process. */
export function createLoader({
  engine,
  project,
  modules,
  prepare,
  attached,
  entering,
  report,
}: Surroundings): Loader {
  /**
   * Does the WXML file's own JSON, or app.json, define the tag? A file that is only included has no JSON, so only the
   * tags of app.json count there.
   */
  const isOwn = (tag: string, file: string): boolean => {
    const { usingComponents: own = {}, componentGenerics = {} } = project.configOf(
      file.replace(/\.wxml$/, ''),
    );
    return [own, componentGenerics, project.config.usingComponents ?? {}].some((tags) =>
      Object.hasOwn(tags, tag),
    );
  };
  const files = createWxmlFiles(project.root, report, undefined, undefined, isOwn);
  const ids = new Map<string, string>();
  const names = new Map<string, string>();
  /** Component id → `pureDataPattern`. */
  const pureOf = new Map<string, RegExp>();
  /** Page id → the fields of its definition other than functions and data. */
  const fieldsOfPages = new Map<string, Definition>();
  engine.onWarning((message) => {
    const named = message.replace(/"(component-\d+)"/g, (_, id: string) => `"${names.get(id) ?? id}"`);
    report(named.replace(/^(?:\[\w+\] )+/, ''));
  });
  const preparation = engine.behavior({
    lifetimes: {
      created(this: Instance) {
        const id = this._exparserNode.is;
        const name = names.get(id) ?? '';
        const relationOf = (key: string) => idOf(relationTarget(key, join(project.root, name)));
        prepare(this, name, relationOf, pureOf.get(id));
        Object.assign(this, copy(fieldsOfPages.get(id)));
      },
      attached(this: Instance) {
        attached(this);
      },
    },
  });
  const behaviors = [preparation];
  const isBehavior = (value: unknown) => (behaviors as readonly unknown[]).includes(value);
  const depths = createBehaviorDepths();
  const registered = new Set<string>();
  let captured: Captured | undefined;
  /** The name of the page or component whose script was run last. */
  let entered = '';

  const idOf = (path: string): string => {
    const known = ids.get(path);
    if (known !== undefined) return known;
    lastId += 1;
    const id = `component-${lastId}`;
    ids.set(path, id);
    names.set(id, project.nameOf(path));
    return id;
  };

  /** Runs the script and returns the definition that it passed to `Page()` or `Component()`. */
  function declare(path: string): Captured {
    const script = project.scriptOf(path);
    const name = project.nameOf(path);
    if (script === undefined) throw new Error(`${name}.ts (or .js) does not exist.`);
    const outer = captured;
    captured = undefined;
    try {
      entering(name);
      entered = name;
      modules.run(script);
      if (captured === undefined) {
        throw new Error(`${project.nameOf(script)} calls neither Page() nor Component().`);
      }
      return captured;
    } finally {
      captured = outer;
    }
  }

  /** Tag → absolute path, for a page or component. Its own JSON takes precedence over app.json. */
  function componentsOf(path: string): { components: Map<string, string>; fromPlugins: Set<string> } {
    const components = new Map<string, string>();
    const fromPlugins = new Set<string>();
    const add = (using: Readonly<Record<string, string>> = {}, from: string) => {
      for (const [tag, value] of Object.entries(using)) {
        if (value.startsWith('plugin://')) fromPlugins.add(tag);
        else components.set(tag, componentOf(tag, value, from));
      }
    };
    add(project.config.usingComponents, join(project.root, 'app'));
    add(project.configOf(path).usingComponents, path);
    return { components, fromPlugins };
  }

  function componentOf(tag: string, value: string, from: string): string {
    const path = project.resolveComponent(value, from);
    if (project.scriptOf(path) !== undefined) return path;
    const isExtendedLib =
      project.config.useExtendedLib?.weui === true && value.startsWith('weui-miniprogram/');
    const install = isExtendedLib
      ? 'WeChat includes it (useExtendedLib); here it must be installed: npm i -D weui-miniprogram.'
      : 'If it comes from an npm package, install that.';
    const reason = /^[./]/.test(value)
      ? `${project.nameOf(path)} does not exist.`
      : `"${value}" is not found. ${install}`;
    throw new Error(`${project.nameOf(from)}.json: usingComponents names <${tag}>, but ${reason}`);
  }

  function register(path: string, tagName: string, isPage: boolean): string {
    const id = idOf(path);
    if (registered.has(path)) return id;
    registered.add(path);
    const name = project.nameOf(path);
    const { components, fromPlugins } = componentsOf(path);
    for (const [tag, used] of components) register(used, tag, false);
    const { componentGenerics = {} } = project.configOf(path);
    const defaults = Object.fromEntries(
      Object.entries(componentGenerics).map(([tag, given]) => {
        const value = typeof given === 'object' ? given.default : undefined;
        return [tag, value === undefined ? '' : register(project.resolveComponent(value, path), tag, false)];
      }),
    );
    const resolveTag: ResolveTag = (tag, file) => {
      const used = components.get(tag);
      if (used !== undefined) return { id: idOf(used), tagName: tag };
      if (Object.hasOwn(defaults, tag)) return { id: `${GENERIC}${tag}=${defaults[tag]}`, tagName: tag };
      if (engine.isBuiltIn(tag)) {
        if (engine.isUnmodelled(tag)) {
          report(`<${tag}> is not modelled: it is drawn as a box with its content, without behaviour.`);
        }
        return { id: tag, tagName: `wx-${tag}` };
      }
      const reason = fromPlugins.has(tag)
        ? 'comes from a plugin, which WeChat would load'
        : `is neither built in nor in the usingComponents of ${name}.json`;
      report(`${file.name}: <${tag}> ${reason}; it is treated as <view>.`);
      return { id: 'view', tagName: 'wx-view' };
    };
    const { kind, ...declared } = declare(path);
    const options = checkDefinition(declared.options, {
      name,
      pureDataPattern: project.configOf(path).pureDataPattern,
      isBehavior,
      report,
    });
    if (kind === 'Page' && !isPage) {
      report(
        `${name} is used as a component, but calls Page(): onLoad, onShow and the other page callbacks are not called.`,
      );
    }
    const { pureDataPattern } = (options.options ?? {}) as { pureDataPattern?: RegExp };
    if (pureDataPattern !== undefined) pureOf.set(id, pureDataPattern);
    engine.register({
      id,
      path,
      tagName,
      template: compileTemplate(`${path}.wxml`, files, resolveTag, pureDataPattern),
      usingComponents: Object.fromEntries([...components].map(([tag, used]) => [tag, idOf(used)])),
      definition: define(kind, options, path),
    });
    return id;
  }

  function define(kind: Captured['kind'], options: Definition, path: string): Definition {
    try {
      if (kind === 'Page') {
        const { definition, fields } = pageDefinition(options, preparation);
        fieldsOfPages.set(idOf(path), fields);
        return definition;
      }
      return componentDefinition(withRelations(options, path), preparation);
    } catch (error) {
      throw new Error(`${project.nameOf(path)}: ${error instanceof Error ? error.message : error}.`, {
        cause: error,
      });
    }
  }

  const relationTarget = (key: string, path: string): string =>
    key.startsWith('/') ? join(project.root, key) : join(dirname(path), key);

  /** Replaces the paths in relations with ids, because the engine identifies components by id. */
  function withRelations(options: Definition, path: string): Definition {
    const { relations } = options as { relations?: Record<string, Record<string, unknown>> };
    if (relations === undefined) return options;
    const byId = Object.entries(relations).map(([key, relation]) => {
      const id = idOf(relationTarget(key, path));
      return [id, { ...relation, target: relation.target ?? id }];
    });
    return { ...options, relations: Object.fromEntries(byId) };
  }

  return {
    page(route) {
      const path = join(project.root, route);
      try {
        return register(path, 'page-body', true);
      } catch (error) {
        registered.delete(path);
        throw error;
      }
    },
    component(name) {
      const path = join(project.root, name);
      return project.scriptOf(path) === undefined
        ? undefined
        : register(path, name.split('/')[0] ?? name, false);
    },
    behavior(given) {
      const definition = definitionOf('Behavior', given, entered || 'app');
      const checked = checkDefinition(definition, { name: 'a behavior', isBehavior, report });
      const id = depths.made(checked.behaviors, entered, () => engine.behavior(behaviorDefinition(checked)));
      behaviors.push(id);
      return id;
    },
    end: () => engine.forget([...ids.values(), ...behaviors]),
    capture(next) {
      // The message is WeChat's.
      if (next.kind === 'Page' && captured !== undefined) {
        throw new Error(`Please do not register multiple Pages in ${entered}.js`);
      }
      captured = { ...next, options: definitionOf(next.kind, next.options, entered) };
    },
  };
}
