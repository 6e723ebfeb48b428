/**
 * Updates the engine's tree from one virtual tree to the next. Replaces j-component's own diff, which fails when keyed
 * items change their order.
 */
import { isObject } from '../../kind-of';
import { TYPE, type VirtualAttribute, type VirtualNode } from '../wxml/virtual';
import { longestRising } from './rising';
import type { EngineNode, Exparser, MutableNode, Rendered, RenderModule } from './types';

/** Creates the function that updates a rendered tree to match the next one. */
export function createDiff(render: RenderModule, exparser: Exparser) {
  const removeListener = exparser.removeListenerFromElement;
  const renameSlot = exparser.Element.setSlotName;
  return update;

  function update(old: Rendered, next: VirtualNode): void {
    const node = old.exparserNode;
    if (!isSame(old, next)) {
      const parent = node.parentNode;
      if (parent !== null) parent.replaceChild(create(next, parent), node);
      return;
    }
    (next as Rendered).exparserNode = node;
    if (next.type === TYPE.text) {
      node._vt = next;
      return;
    }
    if (next.type === TYPE.slot && next.slotName !== old.slotName) renameSlot(node, next.slotName);
    const changed = changedAttributes(old.attrs, next);
    if (changed.length > 0) render.updateAttrs(node, changed);
    updateEvents(node, old, next as Rendered);
    updateChildren(node, old.children as Rendered[], next.children);
    node._vt = next;
  }

  function create(virtual: VirtualNode, parent: MutableNode): MutableNode {
    return render.renderExparserNode(virtual, null, parent.ownerShadowRoot ?? null);
  }

  function updateEvents(node: EngineNode, old: Rendered, next: Rendered): void {
    if (sameEvents(old.event, next.event)) {
      next.event = old.event;
      return;
    }
    for (const { name, isCapture, id } of Object.values(old.event)) {
      if (id !== undefined) removeListener(node, name, id, { capture: isCapture });
    }
    render.updateEvent(node, next.event);
  }

  function updateChildren(parent: MutableNode, old: readonly Rendered[], next: readonly VirtualNode[]): void {
    const keyed = new Map<string, Rendered>();
    const unkeyed: Rendered[] = [];
    for (const child of old) {
      // If several items have the same key, only the first one is found by it.
      if (child.key !== '' && !keyed.has(child.key)) keyed.set(child.key, child);
      else unkeyed.push(child);
    }
    const kept = new Set<Rendered>();
    const pairs = next.map((child) => {
      const found = child.key === '' ? unkeyed.shift() : keyed.get(child.key);
      if (found === undefined || kept.has(found)) return { child, found: undefined };
      kept.add(found);
      return { child, found };
    });
    const places = new Map(old.map((child, index) => [child, index]));
    const placeOf = (child: Rendered | undefined) =>
      child === undefined ? old.length : (places.get(child) ?? old.length);
    const found = pairs.flatMap((pair) => pair.found ?? []);
    const stays = longestRising(found.map(placeOf));
    /** Children that keep their position. All others are moved or created between them. */
    const resting = found.filter((child) => stays.has(placeOf(child)));
    const removed = old.filter((child) => !kept.has(child));
    /**
     * Removes the removed children that stood before the next resting child, so that life cycles run in the same order
     * as in the preview.
     */
    const removeBeforeResting = (): void => {
      for (let [first] = removed; placeOf(first) < placeOf(resting[0]); [first] = removed) {
        parent.removeChild((removed.shift() as Rendered).exparserNode);
      }
    };
    removeBeforeResting();
    for (const { child, found } of pairs) {
      const isResting = found !== undefined && found === resting[0];
      if (isResting) resting.shift();
      else parent.insertBefore(found?.exparserNode ?? create(child, parent), resting[0]?.exparserNode);
      if (found !== undefined) update(found, child);
      if (isResting) removeBeforeResting();
    }
  }
}

function isSame(old: VirtualNode, next: VirtualNode): boolean {
  return (
    old.type === next.type &&
    old.componentId === next.componentId &&
    old.key === next.key &&
    (old.type !== TYPE.text || old.content === next.content)
  );
}

/** The attributes to set. A removed attribute has the value undefined. */
function changedAttributes(
  old: readonly VirtualAttribute[],
  { attrs, again }: VirtualNode,
): VirtualAttribute[] {
  const before = new Map(old.map(({ name, value }) => [name, value]));
  const changed = attrs.filter(
    ({ name, value }) => again.includes(name) || !before.has(name) || hasChanged(before.get(name), value),
  );
  for (const { name } of attrs) before.delete(name);
  return [...changed, ...[...before.keys()].map((name) => ({ name, value: undefined }))];
}

/**
 * Two objects never count as different: setting data inside an object marks the attribute in `again`, and any other new
 * object comes from an expression that creates one at each rendering.
 */
function hasChanged(before: unknown, now: unknown): boolean {
  return before !== now && !(isObject(before) && isObject(now));
}

function sameEvents(old: Rendered['event'], next: Rendered['event']): boolean {
  const names = Object.keys(old);
  return (
    names.length === Object.keys(next).length &&
    names.every((name) => old[name]?.handler === next[name]?.handler)
  );
}
