/** `focus` and `auto-focus` of a field: the program wants the cursor there, or away. The stage follows when it settles. */
import { camelCase } from '../../names';
import type { EngineNode } from './types';

const FIELDS = new Set(['WX-INPUT', 'WX-TEXTAREA']);

export interface FocusWish {
  readonly element: Element;
  /** Into the field, or out of it. */
  readonly into: boolean;
}

const wanted = new WeakMap<EngineNode, boolean>();
let wishes: FocusWish[] = [];

/** An attribute of a node is set: a wish when it changes `focus`, or when `auto-focus` is there from the beginning. */
export function wishFocus(node: EngineNode, attribute: string, value: unknown): void {
  const name = camelCase(attribute);
  const element = node.$$;
  if ((name !== 'focus' && name !== 'autoFocus') || element === undefined || !FIELDS.has(element.tagName))
    return;
  const into = Boolean(value);
  if (name === 'focus' && into === (wanted.get(node) ?? false)) return;
  if (name === 'focus') wanted.set(node, into);
  else if (!into) return;
  wishes.push({ element, into });
}

/**
 * Takes the wishes for fields that are in the document and that `isOurs`; those of other stages stay. Fields that are gone
 * have none.
 */
export function takeFocusWishes(isOurs: (element: Element) => boolean): FocusWish[] {
  const connected = wishes.filter(({ element }) => element.isConnected);
  const ours = connected.filter(({ element }) => isOurs(element));
  wishes = connected.filter((wish) => !ours.includes(wish));
  return ours;
}
