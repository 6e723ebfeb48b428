/**
 * Focus requests of the mini-program through `focus` and `auto-focus` of a field. The stage executes them when it
 * settles.
 */
import { camelCase } from '../../program/names';
import type { EngineNode } from './types';

const FIELDS = new Set(['WX-INPUT', 'WX-TEXTAREA']);

export interface FocusRequest {
  readonly element: Element;
  /** True: focus the field. False: blur it. */
  readonly into: boolean;
}

/** Field → the last value of its `focus`. */
const lastFocus = new WeakMap<EngineNode, boolean>();
let requests: FocusRequest[] = [];

/** Call it whenever an attribute of a node is set. A changed `focus` is a request, and so is a true `auto-focus`. */
export function requestFocus(node: EngineNode, attribute: string, value: unknown): void {
  const name = camelCase(attribute);
  const element = node.$$;
  if ((name !== 'focus' && name !== 'autoFocus') || element === undefined || !FIELDS.has(element.tagName))
    return;
  const into = Boolean(value);
  if (name === 'focus' && into === (lastFocus.get(node) ?? false)) return;
  if (name === 'focus') lastFocus.set(node, into);
  else if (!into) return;
  requests.push({ element, into });
}

/**
 * Removes and returns the requests for fields in the document for which `isOurs` is true. Requests of other stages
 * remain. Requests for fields that have left the document are dropped.
 */
export function takeFocusRequests(isOurs: (element: Element) => boolean): FocusRequest[] {
  const connected = requests.filter(({ element }) => element.isConnected);
  const ours = connected.filter(({ element }) => isOurs(element));
  requests = connected.filter((request) => !ours.includes(request));
  return ours;
}
