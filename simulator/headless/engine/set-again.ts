/**
 * Which controls are set again by a `setData` that does not change their value. WeChat sets every attribute whose data
 * was set, equal or not (what `wcc` generates marks them): a typed text is then replaced, though the attribute was ''
 * before and is '' now.
 */
import type { VirtualNode } from '../wxml/virtual';
import type { EngineNode } from './types';

/**
 * @param tree What the component renders now.
 * @param varied The same with other values in the place of those that were set; undefined when that cannot be rendered.
 */
export function setAgain(
  nodes: readonly EngineNode[],
  tree: VirtualNode,
  varied: VirtualNode | undefined,
): readonly EngineNode[] {
  if (varied === undefined) return [];
  return nodes.filter((node) => {
    const found = node._vt === undefined ? undefined : counterpart(tree, varied, node._vt);
    return found !== undefined && stateOf(found) !== stateOf(node._vt);
  });
}

/** A value that is of the same kind and not equal. */
export function vary(value: unknown): unknown {
  if (typeof value === 'string') return `${value}\u0000`;
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) return value.map(vary);
  if (typeof value !== 'object' || value === null) return '\u0000';
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, vary(inner)]));
}

/** The node of the other tree that stands where `wanted` stands in this one. */
function counterpart(tree: VirtualNode, other: VirtualNode, wanted: VirtualNode): VirtualNode | undefined {
  if (tree.componentId !== other.componentId) return undefined;
  if (tree === wanted) return other;
  for (const [index, child] of tree.children.entries()) {
    const pair = other.children[index];
    const found = pair === undefined ? undefined : counterpart(child, pair, wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

function stateOf(node: VirtualNode | undefined): unknown {
  return node?.attrs.find(({ name }) => name === 'value' || name === 'checked')?.value;
}
