/** Converts the trees of three compilers into one form for comparison. */
import { compiledName } from '../../simulator/wxml/attributes';
import type { TreeNode } from './case';

const EVENT = /^(capture-)?(mut-)?(bind|catch):?(.+)$/;

/** The normalised name of an attribute; undefined for an unknown one. */
function attributeName(name: string): string | undefined {
  // WeChat converts a name without a colon to camel case before it looks for events.
  const event = EVENT.exec(name.includes(':') ? name : compiledName(name));
  if (event !== null) {
    return `on ${event[1] ?? ''}${event[2] ?? ''}${event[3]} ${event[4]}`;
  }
  if (name.startsWith('data-')) return `data ${compiledName(name.slice(5).toLowerCase())}`;
  const prefix = /^(change|mark|worklet|generic):(.+)$/.exec(name);
  if (prefix !== null)
    return `${prefix[1]} ${prefix[1] === 'generic' ? prefix[2] : compiledName(prefix[2] ?? '')}`;
  return name.includes(':') ? undefined : compiledName(name);
}

/** Converts a value to JSON-serialisable data. */
function plain(value: unknown): unknown {
  if (typeof value === 'function') return 'ƒ';
  if (typeof value === 'number' && !Number.isFinite(value)) return `#${value}`;
  if (Object.is(value, -0)) return 0;
  if (Array.isArray(value)) return value.map((one) => plain(one) ?? null);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, plain(one)]);
  return Object.fromEntries(entries.filter(([, one]) => one !== undefined).sort());
}

/** Attributes sorted by name, without undefined values. The value of an event is one handler name or several. */
function attributesOf(entries: Iterable<readonly [string, unknown]>): Record<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [name, value] of entries) {
    const known = attributeName(name);
    const shown = plain(value);
    if (known === undefined) continue;
    if (!known.startsWith('on ')) {
      if (shown !== undefined) found.set(known, shown);
      continue;
    }
    const handler = shown === undefined || shown === true ? '' : String(shown);
    const others = found.get(known);
    found.set(known, others === undefined ? handler : [String(others), handler].sort().join(' '));
  }
  return Object.fromEntries([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Creates an element. The name of a slot becomes a string. */
export function element(
  tag: string,
  attributes: Iterable<readonly [string, unknown]>,
  children: readonly TreeNode[],
): TreeNode {
  const found = attributesOf(attributes);
  if (tag === 'slot' && 'name' in found) found.name = String(found.name);
  return [tag, found, joined(children)];
}

/** Joins adjacent texts: in some trees a comment splits a text in two. */
export function joined(nodes: readonly TreeNode[]): TreeNode[] {
  const found: TreeNode[] = [];
  for (const node of nodes) {
    const last = found.at(-1);
    if (typeof node === 'string' && typeof last === 'string') found[found.length - 1] = last + node;
    else found.push(node);
  }
  return found;
}
