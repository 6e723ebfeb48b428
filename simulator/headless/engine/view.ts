/**
 * The view of a component: its own copy of the data, and the tree rendered from the copy. Replaces j-component's
 * template engine, which writes copies into `this.data` and does not terminate for cyclic data, such as component
 * instances.
 */
import { changesAt } from '../wxml/changes';
import type { Template } from '../wxml/compile';
import type { VirtualNode } from '../wxml/virtual';
import type { createDiff } from './diff';
import { followMoving } from './moving';
import type { Change, EngineNode, MutableNode, Rendered, RenderModule } from './types';

type Data = Record<string, unknown>;
type Generate = (context: { data: Data }) => VirtualNode;

/** exparser's argument when it prepares a component's template. */
interface Prepared {
  readonly template: { readonly func: Generate };
}

/** A rendered component, in the form that exparser expects. */
interface View {
  /** Becomes `this.data`. */
  readonly data: Data;
  readonly shadowRoot: MutableNode;
  readonly idMap: Record<string, EngineNode>;
  readonly slots: Record<string, EngineNode>;
  readonly listeners: readonly [];
  /** Called after the observers, with all changes since the last call. */
  updateValues(
    node: EngineNode,
    data: Data,
    paths: unknown,
    values: unknown,
    changes: readonly Change[],
  ): void;
}

/**
 * Creates the value of exparser's `options.templateEngine` for one component.
 * @param given `pure`: data whose names match this pattern is neither copied nor rendered. `template`: undefined for a
 * built-in component, for which j-component has a template.
 */
export function createViews(
  render: RenderModule,
  update: ReturnType<typeof createDiff>,
  { pure, template: own }: { readonly pure: RegExp | undefined; readonly template: Template | undefined },
) {
  const isShown = (name: string | number) => pure === undefined || !pure.test(String(name));

  /** @param initial The initial values of data and properties. */
  function create({ template }: Prepared, initial: Data) {
    const generate = own ?? ((data) => template.func({ data }));
    return { createInstance: (node: EngineNode) => createView(node, generate, initial) };
  }

  function createView(node: EngineNode, generate: Template, initial: Data): View {
    const shown = viewCopy(
      Object.fromEntries(Object.entries(initial).filter(([name]) => isShown(name))),
    ) as Data;
    let tree = generate(shown);
    const shadowRoot = render.renderExparserNode(tree, node, null);
    const idMap: Record<string, EngineNode> = {};
    const slots: Record<string, EngineNode> = {};
    collect(shadowRoot, idMap, slots);
    return {
      data: viewCopy(initial) as Data,
      shadowRoot,
      idMap,
      slots,
      listeners: [],
      updateValues(_node, _data, _paths, _values, changes) {
        const visible = changes
          .filter(([path]) => isShown(path[0] ?? ''))
          .map(([path, value]) => [path, viewCopy(value)] as const);
        if (visible.length === 0) return;
        for (const [path, value] of visible) write(shown, path, value);
        const next = generate(shown, changesAt(visible.map(([path]) => path)));
        update(tree as Rendered, next);
        tree = next;
        followMoving();
      },
    };
  }

  return { create };
}

/** Collects the nodes that have an id of the engine, and the slots by their names. */
function collect(
  parent: MutableNode,
  idMap: Record<string, EngineNode>,
  slots: Record<string, EngineNode>,
): void {
  for (const child of parent.childNodes as readonly (MutableNode & {
    __id?: string;
    __slotName?: string;
  })[]) {
    if (child.childNodes === undefined) continue;
    if (child.__id) idMap[child.__id] = child;
    if (child.__slotName !== undefined) slots[child.__slotName] = child;
    collect(child, idMap, slots);
  }
}

/**
 * Sets a value at a path. Missing values on the path, and values of another kind, are replaced with objects or arrays.
 */
function write(data: Data, path: readonly (string | number)[], value: unknown): void {
  let target = data as Record<string | number, unknown>;
  for (const [index, key] of path.entries()) {
    const next = path[index + 1];
    if (next === undefined) {
      target[key] = value;
      return;
    }
    const inner = Object.hasOwn(target, key) ? target[key] : undefined;
    const fits =
      typeof next === 'number'
        ? Array.isArray(inner)
        : typeof inner === 'object' && inner !== null && !Array.isArray(inner);
    if (!fits) target[key] = typeof next === 'number' ? [] : {};
    target = target[key] as Record<string | number, unknown>;
  }
}

/** Instance → the names of its members that the view does not see: methods, and references to the engine. */
const hiddenMembers = new WeakMap<object, ReadonlySet<string>>();

/**
 * Hides the present members of a page or component from the view, in case the instance is part of data. Fields that the
 * mini-program sets later are visible.
 */
export function hideMembers(instance: object): void {
  hiddenMembers.set(instance, new Set([...Object.keys(instance), 'data']));
}

/** Copies a value for the view. An object that is referred to several times, or by itself, is copied once. */
function viewCopy(value: unknown, known = new Map<object, unknown>()): unknown {
  if (typeof value === 'symbol') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  const before = known.get(value);
  if (before !== undefined) return before;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {};
  known.set(value, copy);
  if (Array.isArray(value)) for (const one of value) (copy as unknown[]).push(viewCopy(one, known));
  else {
    const members = hiddenMembers.get(value);
    for (const [key, one] of Object.entries(value)) {
      if (members?.has(key) !== true) (copy as Data)[key] = viewCopy(one, known);
    }
  }
  return copy;
}
