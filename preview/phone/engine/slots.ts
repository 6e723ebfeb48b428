/**
 * Slots with names: in components that do not set `multipleSlots` they stay empty, as on phones that use exparser; what is
 * in them stands in the order of the slots.
 */
import { Element } from 'glass-easel';
import { unfilledSlot } from '../../../simulator/unfilled-slot';

/** The engine's own name of a component with one slot. */
const SINGLE = 1;

let tell: (message: string) => void = () => {};

/** Who is told of such a slot. @returns the function that stops it */
export function hearUnfilledSlots(listener: (message: string) => void): () => void {
  tell = listener;
  return () => {
    if (tell === listener) tell = () => {};
  };
}

const setSlotName = Element.setSlotName;

/** Without a name given to it, the engine's node is no slot. */
Element.setSlotName = (element, name) => {
  const root = element.ownerShadowRoot;
  const isSlot = Element.getSlotName(element) !== undefined;
  if (!name || isSlot || root === null || (root.getSlotMode() as number) !== SINGLE) {
    setSlotName.call(Element, element, name);
    return;
  }
  tell(unfilledSlot(root.getHostNode().is, name));
};

const { insertChildren } = Element.prototype;

/**
 * Several nodes at once would stand in their own order, not in that of the slots: the engine looks for the neighbour of
 * each among what is in the slots already, and puts all of them there afterwards (0.12.1 and 0.21.4). One by one is right.
 */
Element.prototype.insertChildren = function inserted(children, index) {
  let host: Element | null = this;
  while (host !== null && Element.getInheritSlots(host)) host = host.parentNode;
  const mode = host?.asGeneralComponent()?.getShadowRoot()?.getSlotMode() as number | undefined;
  if (mode === undefined || mode <= SINGLE || children.length < 2) {
    insertChildren.call(this, children, index);
    return;
  }
  for (const [offset, child] of children.entries())
    this.insertChildAt(child, index < 0 ? -1 : index + offset);
};
