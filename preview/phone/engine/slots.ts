/**
 * Named slots. In a component without `multipleSlots` they stay empty, as on phones that use exparser. With several
 * slots, nodes are inserted in the order of the slots.
 */
import { Element } from 'glass-easel';
import { unfilledSlot } from '../../../simulator/program/messages';

/** The engine's slot mode of a component with one slot. */
const SINGLE_SLOT = 1;

let report: (message: string) => void = () => {};

/** Sets the listener for named slots that stay empty. @returns the function that removes it */
export function onUnfilledSlot(listener: (message: string) => void): () => void {
  report = listener;
  return () => {
    if (report === listener) report = () => {};
  };
}

const setSlotName = Element.setSlotName;

/** Keeps a named slot empty. The engine does not use a node as a slot if `setSlotName` is not called. */
Element.setSlotName = (element, name) => {
  const root = element.ownerShadowRoot;
  const isSlot = Element.getSlotName(element) !== undefined;
  if (!name || isSlot || root === null || (root.getSlotMode() as number) !== SINGLE_SLOT) {
    setSlotName.call(Element, element, name);
    return;
  }
  report(unfilledSlot(root.getHostNode().is, name));
};

const { insertChildren } = Element.prototype;

/**
 * Inserts nodes one by one, so that they are in the order of the slots. If all nodes are inserted together, they are in
 * their own order: the engine looks for each neighbour among the nodes already in the slots, then inserts all nodes
 * (0.12.1 and 0.21.4).
 */
Element.prototype.insertChildren = function inserted(children, index) {
  let host: Element | null = this;
  while (host !== null && Element.getInheritSlots(host)) host = host.parentNode;
  const mode = host?.asGeneralComponent()?.getShadowRoot()?.getSlotMode() as number | undefined;
  if (mode === undefined || mode <= SINGLE_SLOT || children.length < 2) {
    insertChildren.call(this, children, index);
    return;
  }
  for (const [offset, child] of children.entries())
    this.insertChildAt(child, index < 0 ? -1 : index + offset);
};
