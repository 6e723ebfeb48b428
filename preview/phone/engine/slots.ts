/** Slots with names in components that do not set `multipleSlots` stay empty, as on phones that use exparser. */
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
