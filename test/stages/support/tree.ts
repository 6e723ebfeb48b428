/** The page's elements as lines that both stages write alike. */
import { camelCase } from '../../../simulator/names';
import { plain } from './plain';

/** How a stage's DOM is read. */
export interface TreeReader {
  /** Is it an element that a template made? Others are looked through. */
  isOwn(element: Element): boolean;
  /** As the WXML names it. */
  tag(element: Element): string;
  id(element: Element): string;
  /** Classes that do not count. */
  passing?(element: Element): readonly string[];
  /** What the template gives it, and its properties where it is a component of the mini-program. */
  attributes(element: Element): { given: Iterable<readonly [string, unknown]>; properties: object };
}

/** Classes carry the prefix of their component's style sheet. */
export const plainClass = (name: string): string => name.replace(/^[\w-]+-[0-9a-f]{6}--/, '');

/** Compared elsewhere, or with another meaning: classes, ids, slots, what observes a change. */
const ELSEWHERE = /^(?:class|id|slot|change:.*)$/;

/** ` name=value` for each attribute, sorted; a component's property is what it has made of it. */
function attributesText({ given, properties }: ReturnType<TreeReader['attributes']>): string {
  const values = new Map<string, unknown>();
  for (const [written, value] of given) {
    const prefix = /^(?:data-|mark:)/.exec(written)?.[0] ?? '';
    if (ELSEWHERE.test(written)) continue;
    const camel = camelCase(written.slice(prefix.length));
    // One stage has data- names as they are written, the other as the dataset has them: `dataset` of a case is exact.
    const name = `${prefix}${prefix === 'data-' ? camel.toLowerCase() : camel}`;
    const shown = prefix === '' && name in properties ? properties[name as keyof typeof properties] : value;
    if (shown !== undefined && shown !== '') values.set(name, shown);
  }
  return [...values]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ` ${name}=${JSON.stringify(plain(value))}`)
    .join('');
}

/** Elements with tag, id, classes and attributes, one a line. */
export function treeOf(root: Element, reader: TreeReader): string[] {
  const { isOwn, tag, id: idOf, passing = () => [] } = reader;
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
      const attributes = attributesText(reader.attributes(child));
      lines.push(`${indent}${tag(child)}${id}${classes.join('')}${attributes}`);
      walk(child, `${indent}  `);
    }
  };
  walk(root, '');
  return lines;
}
