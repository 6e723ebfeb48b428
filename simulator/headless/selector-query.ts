/** `createSelectorQuery` (typings 5.2.3: SelectorQuery). There is no layout: places and sizes are 0. */
import type { Engine, EngineNode, Instance } from './engine/engine';
import { createInertCanvas } from './inert-canvas';
import type { Instances, Scope } from './instances';
import type { Problems } from './problems';

const canvases = new WeakMap<Element, unknown>();

/** One element always gives the same canvas. */
function canvasOf(element: Element): unknown {
  const canvas = canvases.get(element) ?? createInertCanvas();
  canvases.set(element, canvas);
  return canvas;
}

/** Which facts of a node are wanted; the argument of `fields`. */
interface Fields {
  id?: boolean;
  dataset?: boolean;
  mark?: boolean;
  rect?: boolean;
  size?: boolean;
  scrollOffset?: boolean;
  properties?: readonly string[];
  computedStyle?: readonly string[];
  context?: boolean;
  node?: boolean;
  ref?: boolean;
}

type Callback = (result: unknown) => void;

interface Wanted {
  readonly find: () => unknown;
  readonly callback: Callback | undefined;
}

export interface QuerySurroundings {
  engine: Engine;
  problems: Problems;
  instances: Instances<Instance>;
  /** The size of the screen, in px. */
  viewport(): { width: number; height: number };
}

/**
 * Makes a query.
 * @param scope The page or component that it looks in, until `in` says another.
 */
export function createSelectorQuery(scope: () => Instance | undefined, around: QuerySurroundings) {
  const { problems } = around;
  let inside = scope;
  let wanted: Wanted[] = [];

  const nodesRef = (resolve: () => EngineNode | EngineNode[] | 'viewport' | null) => {
    const want = (fields: Fields, callback: Callback | undefined) => {
      const find = () => {
        const found = resolve();
        if (Array.isArray(found)) return found.map((node) => factsOf(node, fields, around));
        return found === null ? null : factsOf(found, fields, around);
      };
      wanted.push({ find, callback });
      return query;
    };
    return {
      boundingClientRect: (callback?: Callback) =>
        want({ id: true, dataset: true, rect: true, size: true }, callback),
      scrollOffset: (callback?: Callback) => want({ id: true, dataset: true, scrollOffset: true }, callback),
      context: (callback?: Callback) => want({ context: true }, callback),
      node: (callback?: Callback) => want({ node: true }, callback),
      ref: (callback?: Callback) => want({ ref: true }, callback),
      fields: (fields: Fields, callback?: Callback) => want(fields, callback),
    };
  };

  /** A later `in` does not count for what was selected before. */
  const rootNow = (): (() => EngineNode | undefined) => {
    const now = inside;
    return () => now()?._exparserNode.shadowRoot;
  };
  const query = {
    in(component: Scope) {
      const found = around.instances.find(component);
      inside = () => found;
      return query;
    },
    select(selector: string) {
      const root = rootNow();
      return nodesRef(() => root()?.querySelector(selector) ?? null);
    },
    selectAll(selector: string) {
      const root = rootNow();
      return nodesRef(() => root()?.querySelectorAll(selector) ?? []);
    },
    selectViewport: () => nodesRef(() => 'viewport'),
    exec(callback?: Callback) {
      const asked = wanted;
      wanted = [];
      void Promise.resolve().then(() =>
        problems.run('a callback of createSelectorQuery', () => {
          const results = asked.map(({ find }) => find());
          for (const [index, one] of asked.entries()) one.callback?.(results[index]);
          callback?.(results);
        }),
      );
      return query;
    },
  };
  return query;
}

function factsOf(
  node: EngineNode | 'viewport',
  fields: Fields,
  around: QuerySurroundings,
): Record<string, unknown> {
  const element = node === 'viewport' ? undefined : node.$$;
  const facts: Record<string, unknown> = {};
  if (fields.id) facts.id = node === 'viewport' ? '' : node.id;
  if (fields.dataset) facts.dataset = node === 'viewport' ? {} : { ...node.dataset };
  if (fields.mark) facts.mark = {};
  if (fields.rect) Object.assign(facts, { left: 0, right: 0, top: 0, bottom: 0 });
  if (fields.size) Object.assign(facts, node === 'viewport' ? around.viewport() : { width: 0, height: 0 });
  if (fields.scrollOffset)
    Object.assign(facts, { scrollLeft: 0, scrollTop: 0, scrollWidth: 0, scrollHeight: 0 });
  for (const name of fields.properties ?? []) {
    facts[name] = node === 'viewport' ? undefined : node._vt?.attrs.find((one) => one.name === name)?.value;
  }
  for (const name of fields.computedStyle ?? []) facts[name] = element?.style.getPropertyValue(name) ?? '';
  if (fields.context) facts.context = {};
  if (fields.node) facts.node = element?.tagName === 'WX-CANVAS' ? canvasOf(element) : null;
  if (fields.ref) facts.ref = node === 'viewport' ? null : (around.engine.instanceOf(node) ?? null);
  return facts;
}
