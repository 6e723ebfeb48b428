/** What a person did to form controls. It counts until the mini-program sets the attribute anew. */
import type { EngineNode } from './engine/types';

export interface Touched {
  /** The attribute that holds the control's state: `value` or `checked`. */
  readonly name: string;
  readonly value: unknown;
}

const touched = new WeakMap<EngineNode, Touched>();

/** What a person made of a control; undefined: it is as its attribute says. */
export function touchedOf(node: EngineNode): unknown {
  return touched.get(node)?.value;
}

/** A person has changed a control. */
export function touch(node: EngineNode, state: Touched): void {
  touched.set(node, state);
}

/** These attributes have new values: what a person did to them is over. */
export function forgetTouched(node: EngineNode, attributes?: readonly string[]): void {
  const state = touched.get(node);
  if (state !== undefined && (attributes === undefined || attributes.includes(state.name)))
    touched.delete(node);
}
