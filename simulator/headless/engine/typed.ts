/**
 * The user's values of controls. A value is valid until the mini-program sets the attribute again, even to the same
 * value.
 */
import type { EngineNode } from './types';

/** Attributes that hold a control's state. */
const STATES = new Set(['value', 'checked']);

const values = new WeakMap<EngineNode, { readonly value: unknown }>();

/** Checkbox or radio button → its position in the order in which controls were checked. */
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

/** The sort key of checked boxes: WeChat's group appends each newly checked box to its value. */
export function orderOfCheck(node: EngineNode | undefined): number {
  return (node === undefined ? undefined : checkedAs.get(node)) ?? 0;
}

/** The value that the user entered in a control; undefined if the attribute applies. */
export function typedInto(node: EngineNode): { readonly value: unknown } | undefined {
  return values.get(node);
}

export function typeInto(node: EngineNode, value: unknown): void {
  if (typeof value === 'boolean') countCheck(node, isChecked(node), value);
  values.set(node, { value });
}

/**
 * Call it whenever an attribute of a node is set, even to its old value. If the attribute holds the state, the user's
 * value is dropped.
 */
export function attributeSet(node: EngineNode, name: string, value: unknown): void {
  if (name === 'checked') countCheck(node, isChecked(node), Boolean(value));
  if (STATES.has(name)) values.delete(node);
}
