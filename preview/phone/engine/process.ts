/** One run of a mini-program: its code space in the engine, from the launch to the end of the process. */
import {
  DeepCopyKind,
  type Element,
  type GeneralBehavior,
  type GeneralComponent,
  type GeneralComponentDefinition,
  type Node,
} from 'glass-easel';
import { type CodeSpace, MiniProgramEnv, type Root } from 'glass-easel-miniprogram-adapter';
import { createBehaviorDepths } from '../../../simulator/program/behavior-depth';
import { checkDefinition, definitionOf } from '../../../simulator/program/definition-check';
import type { TimerGlobals } from '../../../simulator/program/process-timers';
import { readyOrder } from '../../../simulator/program/ready-order';
import { guardDefinition, guardSetData } from '../../../simulator/program/self-trigger';
import { createWxsModules, moduleOf, wxsFailureText } from '../../../simulator/wxs';
import type { Manifest, Scripts, Templates, Unit } from '../../vite/program/types';
import { withAttributes } from './attributes';
import { createBackend } from './backend';
import { builtInBehaviors, isBehavior, observedOnce, resolveBehaviors } from './definitions';
import { copyOnce, endlessMembers, withEndlessData } from './endless-data';
import type { InlineStyles } from './inline-styles';
import { type Isolation, isolationOf, isShared } from './isolation';
import { withObserverPaths } from './observer-paths';
import { type ScriptGlobals, type ScriptRunner, scriptRunner } from './scripts';
import { wxsInstances } from './wxs-instance';

/** The current sources of a mini-program. */
export interface Sources {
  manifest: Manifest;
  templates: Templates;
  scripts: Scripts;
}

/** Options of `startProcess`. */
interface ProcessOptions {
  sources: Sources;
  /** Globals of the scripts, without the functions that register pages, components and behaviors. */
  globals: Omit<ScriptGlobals, 'Page' | 'Component' | 'Behavior'>;
  /** Defines the built-in components in an empty space. Returns tag → component, and the component for unknown tags. */
  defineBuiltIns(space: CodeSpace): {
    tags: ReadonlyMap<string, GeneralComponentDefinition>;
    unknown(space: CodeSpace): void;
  };
  /** Converts `style` attributes. */
  styles: InlineStyles;
  /** Called with every new page and component, before its code runs. */
  addMembers(instance: object, component: GeneralComponent): void;
  /**
   * Called when a component's script makes its classes global. `scope`: the class prefix in its compiled style sheet.
   */
  shareStyles(path: string, scope: string): void;
  report(message: string): void;
}

/** A running mini-program. */
export interface MiniprogramProcess {
  /** Runs app.ts, which calls `App()`. */
  runApp(): void;
  /** Creates a page that is not in the document yet. `query` is `a=1&b=2`, without a question mark. */
  createPage(path: string, query: string): Root;
  /** Creates a component outside all pages, such as a custom tab bar. */
  createComponent(path: string, tag: string): Root;
  /** Calls `ready` of the newly attached components now, instead of in the next timer. */
  flushReady(): void;
  /** Ends the process: removes the names that its scripts added to the global object. */
  end(): void;
  /** Replaces the templates, and redraws existing pages and components with their current data. */
  updateTemplates(templates: Templates, pages: readonly Root[]): void;
}

const guarded = (definition: Record<string, unknown>) => guardDefinition(withObserverPaths(definition));

const DEFINITION = { page: 'Page', component: 'Component' } as const;

/** Starts a process. No code of the mini-program runs before `runApp`. */
export function startProcess(options: ProcessOptions): MiniprogramProcess {
  const { manifest, scripts } = options.sources;
  const env = new MiniProgramEnv();
  const builtIns = options.defineBuiltIns(env.getGlobalCodeSpace());
  const space = env.createCodeSpace('', true);
  const components = space.getComponentSpace();
  // `writeFieldsToNode`: in WeChat, `this` has no fields for properties. A property `dataset` would hide the engine's
  // own. `dataDeepCopy`: data may contain cycles (a component instance does), or one object many times.
  components.updateComponentOptions({
    writeIdToDOM: true,
    writeFieldsToNode: false,
    dataDeepCopy: DeepCopyKind.SimpleWithRecursion,
  });
  // Private in the declarations: undefined tags become the placeholder instead of raw HTML elements.
  (components as unknown as { _$allowUnusedNativeNode: boolean })._$allowUnusedNativeNode = false;
  for (const [tag, definition] of builtIns.tags) components.setGlobalUsingComponent(tag, definition);
  builtIns.unknown(space);

  const backend = env.associateBackend(createBackend(options.styles));
  const behaviors = builtInBehaviors(space);
  /** Path of a page or component → the function that its script called last. WeChat uses the last call. */
  const registered = new Map<string, 'Page' | 'Component'>();
  const ready = readyQueue(options.report);
  /** Path of a page → its members that the engine cannot copy. */
  const members = new Map<string, object>();
  const addMembers: ProcessOptions['addMembers'] = (instance, component) => {
    Object.assign(instance, copyOnce(members.get(component.is)));
    options.addMembers(instance, component);
  };
  space.setOverallBehavior(ready.behavior(components, addMembers));
  /**
   * Path of the page or component whose script is running. If a helper in another file registers a definition, the
   * definition belongs to this path.
   */
  let current = '';
  const wxs = createWxsModules({
    failed: (error) => options.report(wxsFailureText(error)),
    log: (text) => console.log(text),
  });
  const instanceOf = wxsInstances(options.globals as unknown as TimerGlobals);
  /** Messages that were reported. Templates are drawn many times, but each message is reported once. */
  const reported = new Set<string>();
  const warn = (message: string) => {
    if (reported.has(message)) return;
    reported.add(message);
    options.report(message);
  };
  const generatorsOf = (templates: Templates) => {
    wxs.add(templates.wxs.map(([record, run]) => moduleOf(record, run)));
    return withAttributes(templates.generators(wxs.view, warn), instanceOf);
  };
  let generators = generatorsOf(options.sources.templates);
  let hashes = options.sources.templates.hashes;

  const register = (kind: 'Page' | 'Component') => (given?: Record<string, unknown>) =>
    space.componentEnv(current, (environment) => {
      // The texts of these errors are WeChat's.
      if (kind === 'Page' && registered.has(current)) {
        throw new Error(`Please do not register multiple Pages in ${current}.js`);
      }
      const definition = definitionOf(kind, given, current);
      registered.set(current, kind);
      members.delete(current);
      isolate(current, definition.options);
      const { pureDataPattern } = manifest.units[current]?.json ?? {};
      const resolved = prepared(definition, current, pureDataPattern as string | undefined);
      if (kind === 'Component') return environment.Component(resolved as never);
      const own = endlessMembers(resolved);
      members.set(current, own);
      const rest = Object.entries(resolved).filter(([name]) => !Object.hasOwn(own, name));
      return environment.Page(Object.fromEntries(rest) as never);
    });
  const prepared = (definition: Record<string, unknown>, name: string, pureDataPattern?: string) => {
    const { report } = options;
    const known = checkDefinition(definition, { name, pureDataPattern, isBehavior, report });
    return withEndlessData(resolveBehaviors(guarded(known), behaviors), space);
  };
  /** Sets the style isolation. The engine reads it from the static configuration when the component is registered. */
  function isolate(path: string, given: unknown): void {
    const unit = manifest.units[path];
    if (unit?.kind !== 'component') return;
    const isolation = isolationOf(unit.json, given);
    configure(unit, isolation);
    if (isShared(isolation) && unit.scope !== '') options.shareStyles(path, unit.scope);
  }
  const depths = createBehaviorDepths();
  const Behavior = Object.assign(
    (given?: Record<string, unknown>) =>
      space.componentEnv(current, (environment) => {
        const definition = definitionOf('Behavior', given, current || 'app');
        return depths.made(definition.behaviors, current, () =>
          observedOnce(environment.Behavior(prepared(definition, 'a behavior') as never)),
        );
      }),
    { trait: (implement: never) => space.traitBehavior(implement) },
  );

  const runner: ScriptRunner = scriptRunner(
    scripts,
    {
      ...options.globals,
      Page: register('Page'),
      Component: register('Component'),
      Behavior,
    } as ScriptGlobals,
    (path, run) => {
      const outer = current;
      if (Object.hasOwn(manifest.units, path)) current = path;
      try {
        run();
      } finally {
        current = outer;
      }
    },
    () => current,
    options.report,
  );

  const loading = new Set<string>();
  function load(unit: Unit): void {
    if (loading.has(unit.path)) return;
    loading.add(unit.path);
    const using = unit.json.usingComponents as Readonly<Record<string, string>>;
    for (const path of Object.values(using)) {
      const used = manifest.units[path];
      if (used) load(used);
    }
    prepare(unit);
    runner.require(unit.script);
    const kind = registered.get(unit.path);
    if (kind === 'Page' && unit.kind === 'component') {
      options.report(
        `${unit.path} is used as a component, but calls Page(): onLoad, onShow and the other page callbacks are not called.`,
      );
    }
    if (kind !== undefined) return;
    options.report(`${unit.path}: its script never calls ${DEFINITION[unit.kind]}()`);
    space.componentEnv(unit.path, ({ Component }) => Component({}));
  }

  function configure({ path, json }: Unit, isolation: Isolation): void {
    const using = Object.entries(json.usingComponents as Readonly<Record<string, string>>);
    const usingComponents = Object.fromEntries(using.map(([tag, target]) => [tag, `/${target}`]));
    space.addComponentStaticConfig(path, { ...json, ...isolation, usingComponents } as never);
  }

  function prepare(unit: Unit): void {
    const { path, scope } = unit;
    configure(unit, {});
    // The style sheets are already in the document. The engine only needs the class prefix.
    backend.registerStyleSheetContent(path, '');
    space.addStyleSheet(path, path, scope);
    const content = generators[path];
    if (content) space.addCompiledTemplate(path, { groupList: generators, content });
  }

  function create(tag: string, path: string, url: string): Root {
    const unit = manifest.units[path];
    if (!unit) throw new Error(`${tag} "${path}" is not found`);
    load(unit);
    return backend.createRoot(tag, space, url);
  }

  return {
    runApp() {
      if (manifest.appScript !== null) runner.require(manifest.appScript);
    },
    createPage: (path, query) => create('page', path, query === '' ? path : `${path}?${query}`),
    createComponent: (path, tag) => create(tag, path, path),
    flushReady: ready.flush,
    end: runner.end,
    updateTemplates(next, pages) {
      generators = generatorsOf(next);
      const changed = new Set([...loading].filter((path) => next.hashes[path] !== hashes[path]));
      hashes = next.hashes;
      for (const path of loading) {
        const content = generators[path];
        if (!content) continue;
        const template = { groupList: generators, content };
        space.addCompiledTemplate(path, template);
        if (changed.has(path)) components.getComponentByUrlWithoutDefault(path, '')?.updateTemplate(template);
      }
      for (const page of pages) redraw(page.getComponent(), changed);
    },
  };
}

/** The parent of a node. The parent of a component's shadow root is the component's own node. */
const outerNode = (node: Element): Element | null =>
  node.parentNode ?? node.asShadowRoot()?.getHostNode() ?? null;

/** Calls `ready` of components once they are in the document. The engine leaves this to its host. */
function readyQueue(report: ProcessOptions['report']) {
  let waiting: GeneralComponent[] = [];
  const flush = (): void => {
    const now = readyOrder<Element>(waiting, outerNode) as GeneralComponent[];
    waiting = [];
    for (const component of now) component.triggerLifetime('ready', []);
  };
  return {
    flush,
    behavior: (
      components: ReturnType<CodeSpace['getComponentSpace']>,
      addMembers: ProcessOptions['addMembers'],
    ) =>
      components
        .define()
        .lifetime('created', function created(this: unknown) {
          const component = componentOf(this);
          guardSetData(this as object, report, component.getComponentOptions().pureDataPattern ?? undefined);
          addMembers(this as object, component);
        })
        .lifetime('attached', function attached(this: unknown) {
          if (waiting.length === 0) setTimeout(flush);
          waiting.push(componentOf(this));
        })
        .registerBehavior() as GeneralBehavior,
  };
}

/** The engine's component that belongs to `this` of the mini-program. */
function componentOf(self: unknown): GeneralComponent {
  const instance = self as GeneralComponent | { _$: GeneralComponent };
  return '_$' in instance && instance._$ ? instance._$ : (instance as GeneralComponent);
}

/** Redraws the components whose template changed. A component with an unchanged template keeps its state. */
function redraw(component: GeneralComponent, changed: ReadonlySet<string>): void {
  if (changed.has(component.is)) {
    component.applyTemplateUpdates();
    return;
  }
  const walk = (node: Node): void => {
    const inner = node.asElement()?.asGeneralComponent();
    if (inner) redraw(inner, changed);
    for (const child of node.asElement()?.childNodes ?? []) walk(child);
  };
  for (const child of component.getShadowRoot()?.childNodes ?? []) walk(child);
}
