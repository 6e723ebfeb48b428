/**
 * The order of `ready`: inner components before outer ones, siblings in document order. Both engines leave the calls to
 * their hosts.
 */

/**
 * Sorts components that have been attached.
 * @param attached In the order of `attached`: each component before the components inside it.
 * @param outerOf Returns the parent of a node; for the root of a component's template, that component.
 */
export function readyOrder<Node extends object>(
  attached: readonly Node[],
  outerOf: (node: Node) => Node | null,
): Node[] {
  const isIn = (node: Node, outer: Node): boolean => {
    for (let one: Node | null = node; one !== null; one = outerOf(one)) if (one === outer) return true;
    return false;
  };
  const sorted: Node[] = [];
  /** The components that contain the current one, the outermost first. */
  const open: Node[] = [];
  for (const node of attached) {
    for (let outer = open.at(-1); outer !== undefined && !isIn(node, outer); outer = open.at(-1)) {
      sorted.push(outer);
      open.pop();
    }
    open.push(node);
  }
  return [...sorted, ...open.reverse()];
}
