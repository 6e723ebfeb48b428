/** One run of a mini-program: its code space in the engine, from launch until it is killed. */
import {
  DeepCopyKind,
  type GeneralBehavior,
  type GeneralComponent,
  type GeneralComponentDefinition,
  type Node,
} from 'glass-easel';
import { type CodeSpace, MiniProgramEnv, type Root } from 'glass-easel-miniprogram-adapter';
import { checkDefinition } from '../../../simulator/definition-check';
import type { TimerGlobals } from '../../../simulator/process-timers';
import { guardDefinition, guardSetData } from '../../../simulator/self-trigger';
import { createWxsModules, moduleOf, wxsFailureText } from '../../../simulator/wxs';
import type { Manifest, Scripts, Templates, Unit } from '../../vite/program/types';
import { withAttributes } from './attributes';
import { createBackend } from './backend';
import { builtInBehaviors, isBehavior, observedOnce, resolveBehaviors } from './definitions';
import type { InlineStyles } from './inline-styles';
import { type Isolation, isolationOf, isShared } from './isolation';
import { withObserverPaths } from './observer-paths';
import { type ScriptGlobals, type ScriptRunner, scriptRunner } from './scripts';
import { wxsInstances } from './wxs-instance';

/** The sources of a mini-program, as the frame has them now. */
export interface Sources {
  manifest: Manifest;
  templates: Templates;
  scripts: Scripts;
}

/** What a process is made of. */
export interface ProcessOptions {
  sources: Sources;
  /** Globals of the scripts, less those that register things. */
  globals: Omit<ScriptGlobals, 'Page' | 'Component' | 'Behavior'>;
  /** Defines the built-in components in an empty space; returns tag → component, and the one for unknown tags. */
  defineBuiltIns(space: CodeSpace): {
    tags: ReadonlyMap<string, GeneralComponentDefinition>;
    unknown(space: CodeSpace): void;
  };
  /** What `style` attributes go through. */
  styles: InlineStyles;
  /** Called with every new page and component, before anything of it runs. */
  equip(instance: object, component: GeneralComponent): void;
  /** A component's script says that its classes are global; its style sheet was compiled with this prefix. */
  shareStyles(path: string, scope: string): void;
  report(message: string): void;
}

/** A process that runs. */
export interface MiniprogramProcess {
  /** Runs app.ts: registers what `App()` was given. */
  runApp(): void;
  /** Makes a page that is not in the document yet. `query` is `a=1&b=2`, without a question mark. */
  createPage(path: string, query: string): Root;
  /** Makes a component that stands outside all pages, such as a custom tab bar. */
  createComponent(path: string, tag: string): Root;
  /** Tells components that came into the document that they are laid out. Happens by itself a moment later, too. */
  flushReady(): void;
  /** The process is gone: so is what it wrote to its global object. */
  end(): void;
  /** Takes new templates; existing pages and components are drawn again with the data that they have. */
  updateTemplates(templates: Templates, pages: readonly Root[]): void;
}

const guarded = (definition: Record<string, unknown>) => guardDefinition(withObserverPaths(definition));

const DEFINITION = { page: 'Page', component: 'Component' } as const;

/** Starts a process. Nothing of the mini-program runs before `runApp`. */
export function startProcess(options: ProcessOptions): MiniprogramProcess {
  const { manifest, scripts } = options.sources;
  const env = new MiniProgramEnv();
  const builtIns = options.defineBuiltIns(env.getGlobalCodeSpace());
  const space = env.createCodeSpace('', true);
  const components = space.getComponentSpace();
  // In WeChat, `this` has no fields for properties; one called `dataset` would even hide the engine's own.
  // Data may refer to itself, as component instances do, and to one object many times: it is copied once for the view.
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
  const registered = new Set<string>();
  const ready = readyQueue(options.report);
  space.setOverallBehavior(ready.behavior(components, options.equip));
  /** The unit whose script runs now: what it registers is its own, even by way of a helper in another file. */
  let current = '';
  const wxs = createWxsModules({
    failed: (error) => options.report(wxsFailureText(error)),
    log: (text) => console.log(text),
  });
  const instanceOf = wxsInstances(options.globals as unknown as TimerGlobals);
  /** Templates are drawn again and again; what they miss is said once. */
  const told = new Set<string>();
  const warn = (message: string) => {
    if (told.has(message)) return;
    told.add(message);
    options.report(message);
  };
  const generatorsOf = (templates: Templates) => {
    wxs.add(templates.wxs.map(([record, run]) => moduleOf(record, run)));
    return withAttributes(templates.generators(wxs.view, warn), instanceOf);
  };
  let generators = generatorsOf(options.sources.templates);
  let hashes = options.sources.templates.hashes;

  const register = (kind: 'Page' | 'Component') => (definition?: Record<string, unknown>) =>
    space.componentEnv(current, (environment) => {
      // In WeChat's words.
      if (kind === 'Page' && registered.has(current)) {
        throw new Error(`Please do not register multiple Pages in ${current}.js`);
      }
      if (
        definition === null ||
        (typeof definition !== 'object' && (definition !== undefined || kind === 'Page'))
      ) {
        throw new Error(`Options is not object: ${JSON.stringify(definition)} in ${current}.js`);
      }
      registered.add(current);
      if (kind === 'Page' && manifest.units[current]?.kind === 'component') {
        options.report(
          `${current} is used as a component, but calls Page(): onLoad, onShow and its kin are not called.`,
        );
      }
      if (definition === undefined) return kind === 'Component' ? environment.Component() : undefined;
      isolate(current, definition.options);
      const { pureDataPattern } = manifest.units[current]?.json ?? {};
      const resolved = prepared(definition, current, pureDataPattern as string | undefined);
      return kind === 'Page' ? environment.Page(resolved as never) : environment.Component(resolved as never);
    });
  const prepared = (definition: Record<string, unknown>, name: string, pureDataPattern?: string) => {
    const { report } = options;
    const known = checkDefinition(definition, { name, pureDataPattern, isBehavior, report });
    return resolveBehaviors(guarded(known), behaviors);
  };
  /** The engine reads the isolation of styles from the static configuration, when the component is registered. */
  function isolate(path: string, given: unknown): void {
    const unit = manifest.units[path];
    if (unit?.kind !== 'component') return;
    const isolation = isolationOf(unit.json, given);
    configure(unit, isolation);
    if (isShared(isolation) && unit.scope !== '') options.shareStyles(path, unit.scope);
  }
  const Behavior = Object.assign(
    (definition?: Record<string, unknown>) =>
      space.componentEnv(current, (environment) =>
        definition === undefined
          ? environment.Behavior()
          : observedOnce(environment.Behavior(prepared(definition, 'a behavior') as never)),
      ),
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
    if (registered.has(unit.path)) return;
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
    // The style sheets themselves are in the document already; the engine only has to know the prefix.
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

/** The engine leaves it to its host to say when a component is `ready`: here, once it is in the document. */
function readyQueue(report: ProcessOptions['report']) {
  let waiting: GeneralComponent[] = [];
  const flush = (): void => {
    const now = waiting.reverse();
    waiting = [];
    for (const component of now) component.triggerLifetime('ready', []);
  };
  return {
    flush,
    behavior: (components: ReturnType<CodeSpace['getComponentSpace']>, equip: ProcessOptions['equip']) =>
      components
        .define()
        .lifetime('created', function created(this: unknown) {
          guardSetData(this as object, report);
          equip(this as object, componentOf(this));
        })
        .lifetime('attached', function attached(this: unknown) {
          if (waiting.length === 0) setTimeout(flush);
          waiting.push(componentOf(this));
        })
        .registerBehavior() as GeneralBehavior,
  };
}

/** The engine's component behind `this` of a mini-program. */
function componentOf(self: unknown): GeneralComponent {
  const face = self as GeneralComponent | { _$: GeneralComponent };
  return '_$' in face && face._$ ? face._$ : (face as GeneralComponent);
}

/** Draws what has changed again: a component whose own template is the same keeps what it is and does. */
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
