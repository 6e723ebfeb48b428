/**
 * The order in which `ready` is called: what stands in a component comes before it, siblings in the order of the page.
 * Both engines leave this to their hosts.
 */

/**
 * Sorts components that have been attached.
 * @param attached In the order of `attached`: each before what stands in it.
 * @param outerOf The node around a node; for what stands in the template of a component, that component.
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
  /** Components around the present place. */
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
