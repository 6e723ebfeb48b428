/** What a person did to a control, until the mini-program sets its value anew, to the same value too. */
import type { EngineNode } from './types';

/** Attributes that hold a control's state. */
const STATES = new Set(['value', 'checked']);

const values = new WeakMap<EngineNode, { readonly value: unknown }>();

/** Box or radio button → the how-manieth it was to be checked. */
const checkedAs = new WeakMap<EngineNode, number>();
let checks = 0;

function countCheck(node: EngineNode, before: boolean, after: boolean): void {
  if (before || !after) return;
  checks += 1;
  checkedAs.set(node, checks);
}

const isChecked = (node: EngineNode): boolean =>
  Boolean(
    values.has(node)
      ? values.get(node)?.value
      : node._vt?.attrs.find(({ name }) => name === 'checked')?.value,
  );

/** Orders checked boxes by the time at which they were checked: WeChat's group adds each to the end of its value. */
export function orderOfCheck(node: EngineNode | undefined): number {
  return (node === undefined ? undefined : checkedAs.get(node)) ?? 0;
}

/** The value that the user has left in a control; undefined when the attribute applies. */
export function typedInto(node: EngineNode): { readonly value: unknown } | undefined {
  return values.get(node);
}

/** Sets a control to the user's value. */
export function typeInto(node: EngineNode, value: unknown): void {
  if (typeof value === 'boolean') countCheck(node, isChecked(node), value);
  values.set(node, { value });
}

/** An attribute of a node is set, to its old value too: if it holds the state, what was typed is gone. */
export function attributeSet(node: EngineNode, name: string, value: unknown): void {
  if (name === 'checked') countCheck(node, isChecked(node), Boolean(value));
  if (STATES.has(name)) values.delete(node);
}
