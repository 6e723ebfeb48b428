/** Focus requests of the mini-program: `focus` and `auto-focus` of a field. The stage carries them out when it settles. */
import { camelCase } from '../../names';
import type { EngineNode } from './types';

const FIELDS = new Set(['WX-INPUT', 'WX-TEXTAREA']);

export interface FocusRequest {
  readonly element: Element;
  /** True: the field gets the focus. False: it loses it. */
  readonly into: boolean;
}

/** The last value of `focus`, by field. */
const lastFocus = new WeakMap<EngineNode, boolean>();
let requests: FocusRequest[] = [];

/** Call it when an attribute of a node is set. A change of `focus` is a request, and so is an `auto-focus` that is true. */
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
 * Takes the requests for fields in the document for which `isOurs` is true. The requests of other stages stay. Requests for
 * fields that have left the document are dropped.
 */
export function takeFocusRequests(isOurs: (element: Element) => boolean): FocusRequest[] {
  const connected = requests.filter(({ element }) => element.isConnected);
  const ours = connected.filter(({ element }) => isOurs(element));
  requests = connected.filter((request) => !ours.includes(request));
  return ours;
}
