/** `createSelectorQuery` on the headless stage. There is no layout: positions and sizes are 0. */
import { createInertCanvas } from '../program/inert-canvas';
import { createSelectorQuery as createQuery, type Fields, type QueryAccess } from '../program/selector-query';
import type { Engine, EngineNode, Instance } from './engine/engine';
import { marksOf } from './engine/events';
import type { Instances } from './instances';
import type { Problems } from './problems';
import { currentTimers } from './timers';

const canvases = new WeakMap<EngineNode, unknown>();

/** The canvas of an element: the same object at every call. */
function canvasOf(node: EngineNode): unknown {
  const canvas = canvases.get(node) ?? createInertCanvas(currentTimers);
  canvases.set(node, canvas);
  return canvas;
}

export interface QuerySurroundings {
  engine: Engine;
  problems: Problems;
  instances: Instances<Instance>;
  /** The size of the screen, in px. */
  viewport(): { width: number; height: number };
}

/** Creates a query that searches in `scope` until `in` sets another scope. */
export function createSelectorQuery(scope: () => Instance | undefined, around: QuerySurroundings) {
  const { engine, problems, instances, viewport } = around;
  const access: QueryAccess<Instance, EngineNode> = {
    find: instances.find,
    select: (instance, selector) => instance._exparserNode.shadowRoot?.querySelectorAll(selector) ?? [],
    facts: (node, fields) => factsOf(node, fields, engine),
    viewport: (fields) => ({
      ...(fields.id ? { id: '' } : {}),
      ...(fields.dataset ? { dataset: {} } : {}),
      ...(fields.mark ? { mark: {} } : {}),
      ...(fields.rect ? NO_RECT : {}),
      ...(fields.size ? viewport() : {}),
      ...(fields.scrollOffset ? NO_OFFSET : {}),
    }),
    run: problems.run,
  };
  return createQuery(scope, access);
}

const NO_RECT = { left: 0, right: 0, top: 0, bottom: 0 };
const NO_OFFSET = { scrollLeft: 0, scrollTop: 0, scrollWidth: 0, scrollHeight: 0 };

function factsOf(node: EngineNode, fields: Fields, engine: Engine): Record<string, unknown> {
  const attribute = (name: string) => node._vt?.attrs.find((one) => one.name === name)?.value;
  const style = (name: string) => node.$$?.style.getPropertyValue(name) ?? '';
  return {
    ...(fields.id ? { id: node.id } : {}),
    ...(fields.dataset ? { dataset: { ...node.dataset } } : {}),
    ...(fields.mark ? { mark: marksOf(node) } : {}),
    ...(fields.rect ? NO_RECT : {}),
    ...(fields.size ? { width: 0, height: 0 } : {}),
    ...(fields.scrollOffset ? NO_OFFSET : {}),
    ...Object.fromEntries((fields.properties ?? []).map((name) => [name, attribute(name)])),
    ...Object.fromEntries((fields.computedStyle ?? []).map((name) => [name, style(name)])),
    ...(fields.context ? { context: {} } : {}),
    ...(fields.node ? { node: node.$$?.tagName === 'WX-CANVAS' ? canvasOf(node) : null } : {}),
    ...(fields.ref ? { ref: engine.instanceOf(node) ?? null } : {}),
  };
}
