/** Finds the engine's node of a DOM element, and dispatches bubbling events on it. */
import { Event as EngineEvent, type Element as EngineNode } from 'glass-easel';
import { dispatching } from './attributes';

/** A DOM element that the engine made. */
type Owned = Element & { __wxElement?: EngineNode };

/** The engine's node of an element, or of its nearest ancestor that has one. */
export function nodeOf(target: EventTarget | null): EngineNode | null {
  let element = target instanceof Element ? (target as Owned) : null;
  while (element && !element.__wxElement) element = element.parentElement;
  return element?.__wxElement ?? null;
}

/** The result of an event. */
interface Outcome {
  /** A handler of the mini-program ran. */
  handled: boolean;
  /** A `catch` handler stopped the event: prevent the browser's default action. */
  caught: boolean;
}

/** Dispatches a bubbling event that crosses shadow roots, as WeChat's touch events do. */
export function bubble(
  node: EngineNode,
  type: string,
  detail: unknown,
  extraFields: Record<string, unknown> = {},
): Outcome {
  dispatching.handled = false;
  const event = new EngineEvent(type, detail, {
    bubbles: true,
    composed: true,
    capturePhase: true,
    extraFields,
  });
  EngineEvent.dispatchEvent(node, event);
  return { handled: dispatching.handled, caught: event.defaultPrevented() };
}
