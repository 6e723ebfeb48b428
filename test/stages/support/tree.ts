/** The page's elements as lines that both stages write alike. */

/** How a stage's DOM is read. */
export interface TreeReader {
  /** Is it an element that a template made? Others are looked through. */
  isOwn(element: Element): boolean;
  /** As the WXML names it. */
  tag(element: Element): string;
  id(element: Element): string;
  /** Classes that do not count. */
  passing?(element: Element): readonly string[];
}

/** Classes carry the prefix of their component's style sheet. */
export const plainClass = (name: string): string => name.replace(/^[\w-]+-[0-9a-f]{6}--/, '');

/** Elements with tag, id and classes, one a line. */
export function treeOf(root: Element, { isOwn, tag, id: idOf, passing = () => [] }: TreeReader): string[] {
  const lines: string[] = [];
  const walk = (parent: Element, indent: string) => {
    for (const child of parent.children) {
      if (!isOwn(child)) {
        walk(child, indent);
        continue;
      }
      const id = idOf(child) === '' ? '' : `#${idOf(child)}`;
      const names = new Set([...child.classList].map(plainClass));
      for (const name of passing(child)) names.delete(name);
      const classes = [...names].sort().map((name) => `.${name}`);
      lines.push(`${indent}${tag(child)}${id}${classes.join('')}`);
      walk(child, `${indent}  `);
    }
  };
  walk(root, '');
  return lines;
}
