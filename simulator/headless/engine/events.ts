/** Listens for the events that WXML binds, and calls their handlers with events in WeChat's shape. */
import { missingHandler } from '../../program/messages';
import { copy } from '../../program/plain-copy';
import type { EngineEvent, EngineNode, Exparser, Rendered } from './types';
import { wxsInstance } from './wxs-instance';

let reportMissing: (message: string) => void = () => {};

/**
 * Sets the function that is called with a message when a page or component lacks a bound handler. Replaces the previous
 * function.
 */
export function onMissingHandler(listener: (message: string) => void): void {
  reportMissing = listener;
}

/** Adds listeners for all events that WXML binds on a node. A handler is a method's name, or a wxs function. */
export function listen(exparser: Exparser, node: EngineNode, events: Rendered['event']): void {
  for (const event of Object.values(events)) {
    const { name, isCapture, isMutated, isCatch, handler } = event;
    if (handler === '') continue;
    event.id = exparser.addListenerToElement(
      node,
      name,
      function (happened) {
        const mutated = happened.mutatedMarked();
        if (isMutated && mutated) return undefined;
        if (isMutated) happened.markMutated();
        happened.answer = handle(exparser, node, event, shapeOf(exparser, happened, this, mutated));
        // A wxs function can stop the event by returning `false`; a method cannot.
        const stops = typeof handler === 'function' && happened.answer === false;
        return isCatch || stops ? false : undefined;
      },
      { capture: isCapture },
    );
  }
}

/** Calls the handler and returns its result. */
function handle(
  exparser: Exparser,
  node: EngineNode,
  { name, handler, isCatch }: Rendered['event'][string],
  event: object,
): unknown {
  const host = node.ownerShadowRoot?.getHostNode();
  const owner = host === undefined ? undefined : exparser.Element.getMethodCaller(host);
  if (host === undefined || owner === undefined) return undefined;
  if (typeof handler === 'function') {
    return handler({ ...event, instance: wxsInstance(exparser, node) }, wxsInstance(exparser, host));
  }
  const method = owner[String(handler)];
  if (typeof method === 'function') return method.call(owner, event);
  const message = missingHandler(String(owner.is), String(handler), name, isCatch);
  if (message !== undefined) reportMissing(message);
  return undefined;
}

function shapeOf(exparser: Exparser, event: EngineEvent, current: EngineNode, mut: boolean): object {
  const { target } = event;
  // A slot without id and data cannot be the target: the node with the listener replaces it.
  const isPlainSlot =
    target instanceof exparser.VirtualNode && !target.id && Object.keys(target.dataset ?? {}).length === 0;
  return {
    type: event.type,
    timeStamp: event.timeStamp,
    target: targetOf(isPlainSlot ? current : target),
    currentTarget: targetOf(current),
    mark: copy(marksOf(target)),
    detail: event.detail,
    touches: event.touches,
    changedTouches: event.changedTouches,
    mut,
  };
}

/** The dataset is copied: on a phone it comes from another thread. */
function targetOf(node: EngineNode): object {
  return {
    id: node.id,
    offsetLeft: node.$$?.offsetLeft ?? 0,
    offsetTop: node.$$?.offsetTop ?? 0,
    dataset: copy(node.dataset),
  };
}

/** The `mark:name` attributes of the target and its ancestors; the innermost takes precedence. */
export function marksOf(target: EngineNode): Record<string, unknown> {
  const marks: Record<string, unknown> = {};
  for (let node: EngineNode | null = target; node !== null; node = node.parentNode) {
    for (const { name, value } of node._vt?.attrs ?? []) {
      const mark = name.startsWith('mark:') ? name.slice('mark:'.length) : undefined;
      if (mark !== undefined && !(mark in marks)) marks[mark] = value;
    }
  }
  return marks;
}
