/** Reports the taps that reach a built-in component with an action of its own, such as a button or a switch. */
import type { EngineNode, Exparser } from './types';

/** Ids of the built-in components that a tap activates. */
const ACTIVE = new Set(['button', 'navigator', 'checkbox', 'radio', 'switch', 'label']);

/** @param target The tapped node, as code outside the component sees it. */
type Action = (node: EngineNode, target: EngineNode) => void;

let action: Action | undefined;

/**
 * Adds the tap listener of a built-in component when the component is created, so that it runs before the
 * mini-program's listeners, as in WeChat. A `catch` on an inner node stops the tap before it reaches the component.
 */
export function listenForTaps(exparser: Exparser, node: EngineNode, id: string): void {
  if (!ACTIVE.has(id)) return;
  const listener = ({ target }: { target: EngineNode }) => void action?.(node, target);
  exparser.addListenerToElement(node, 'tap', listener, { capture: false });
}

/** Calls `run`. For every built-in component that a tap reaches during `run`, calls `next`. */
export function withTapAction(next: Action, run: () => void): void {
  const before = action;
  action = next;
  try {
    run();
  } finally {
    action = before;
  }
}
