/** Formats the page's elements as lines that are equal on both stages. */
import { camelCase } from '../../../simulator/program/names';
import { plain } from './plain';

/** Functions that read a stage's DOM. */
interface TreeReader {
  /** True for an element of a template. Other elements are skipped, but their children are read. */
  isOwn(element: Element): boolean;
  /** The tag in the WXML. */
  tag(element: Element): string;
  id(element: Element): string;
  /** Classes to ignore. */
  passing?(element: Element): readonly string[];
  /** The attributes that the template sets, and the properties of a component of the mini-program. */
  attributes(element: Element): { given: Iterable<readonly [string, unknown]>; properties: object };
}

/** Removes the prefix of the component's style sheet from a class. */
export const plainClass = (name: string): string => name.replace(/^[\w-]+-[0-9a-f]{6}--/, '');

/** Attributes that are compared elsewhere or have another meaning: classes, ids, slots, change observers. */
const ELSEWHERE = /^(?:class|id|slot|change:.*)$/;

/** ` name=value` for each attribute, sorted. For a component's property the converted value is used. */
function attributesText({ given, properties }: ReturnType<TreeReader['attributes']>): string {
  const values = new Map<string, unknown>();
  for (const [written, value] of given) {
    const prefix = /^(?:data-|mark:)/.exec(written)?.[0] ?? '';
    if (ELSEWHERE.test(written)) continue;
    const camel = camelCase(written.slice(prefix.length));
    const name = `${prefix}${camel}`;
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
