/** Tells of the taps that reach a built-in component: those do something by themselves. */
import type { EngineNode, Exparser } from './types';

/** Ids of the built-in components that do something at a tap. */
const ACTIVE = new Set(['button', 'navigator', 'checkbox', 'radio', 'switch', 'label']);

/** @param target What was tapped, as the component's surroundings see it. */
type Behaviour = (node: EngineNode, target: EngineNode) => void;

let behave: Behaviour | undefined;

/**
 * Lets a built-in component hear taps before the mini-program does, as WeChat's own components do: they listen from their
 * creation on. A `catch` further inside keeps the tap from them.
 */
export function hearTaps(exparser: Exparser, node: EngineNode, id: string): void {
  if (!ACTIVE.has(id)) return;
  const listener = ({ target }: { target: EngineNode }) => void behave?.(node, target);
  exparser.addListenerToElement(node, 'tap', listener, { capture: false });
}

/** Runs something in which taps happen; `act` is told of the components that they reach. */
export function withTaps(act: Behaviour, run: () => void): void {
  const before = behave;
  behave = act;
  try {
    run();
  } finally {
    behave = before;
  }
}
