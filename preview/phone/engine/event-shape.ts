/** Converts the engine's events to WeChat's shape. */
import type { Element, GeneralComponent, ShadowedEvent } from 'glass-easel';
import { copy } from '../../../simulator/program/plain-copy';

/** The DOM element of a node. null: the node is virtual, or is not in a document. */
export const elementOf = (node: Element): HTMLElement | null => node.$$ as unknown as HTMLElement | null;

/** A point of a touch event. */
export interface TouchPoint {
  identifier: number;
  pageX: number;
  pageY: number;
  clientX: number;
  clientY: number;
  force: number;
}

interface EventTargetShape {
  id: string;
  offsetLeft: number;
  offsetTop: number;
  dataset: Record<string, unknown>;
}

/** The event object that a mini-program's handler gets. */
interface WxEvent {
  type: string;
  /** Milliseconds since the frame was loaded. */
  timeStamp: number;
  target: EventTargetShape;
  currentTarget: EventTargetShape;
  mark: Record<string, unknown>;
  detail: unknown;
  mut: boolean;
  touches?: readonly TouchPoint[];
  changedTouches?: readonly TouchPoint[];
}

/** An event target of the engine: a node, or the public object of a component. The node of a public object is `_$`. */
type EngineTarget = Element | { readonly _$: GeneralComponent };

/** The node of an event's target. */
export const nodeOf = (target: EngineTarget): Element =>
  '_$' in target && target._$ ? target._$ : (target as Element);

/** WeChat's event target. The dataset is a copy: on a phone it comes from another thread. */
function targetShape(target: EngineTarget): EventTargetShape {
  const node = nodeOf(target);
  const element = node.$$ as unknown as HTMLElement | null;
  return {
    id: node.id,
    offsetLeft: element?.offsetLeft ?? 0,
    offsetTop: element?.offsetTop ?? 0,
    dataset: copy({ ...node.dataset }),
  };
}

/** Creates the event object for a handler. */
export function wxEvent(event: ShadowedEvent<unknown>): WxEvent {
  const { touches, changedTouches } = event.extraFields ?? {};
  return {
    type: event.type,
    timeStamp: Math.round(performance.now()),
    target: targetShape(event.target),
    currentTarget: targetShape(event.currentTarget),
    mark: copy({ ...event.mark }),
    detail: event.detail,
    mut: event.mutatedMarked(),
    ...(touches === undefined ? {} : { touches: touches as readonly TouchPoint[] }),
    ...(changedTouches === undefined ? {} : { changedTouches: changedTouches as readonly TouchPoint[] }),
  };
}
