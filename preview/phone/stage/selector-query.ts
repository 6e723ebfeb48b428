/** Implements `createSelectorQuery` in the frame. Positions are px from the top left corner of the page's window. */
import type { Element as EngineNode, GeneralComponent } from 'glass-easel';
import type { Instances } from '../../../simulator/headless/instances';
import { camelCase, kebabCase } from '../../../simulator/program/names';
import {
  createSelectorQuery as createQuery,
  type Fields,
  type QueryAccess,
} from '../../../simulator/program/selector-query';
import type { CanvasApi } from '../built-ins/canvas';
import { apiOf } from '../built-ins/define';

/** `this` of a page or component, with the engine's component behind it. */
export type Caller = Record<string, unknown> & { readonly _$: GeneralComponent };

/** The stage's objects that a query uses. */
export interface QuerySurroundings {
  instances: Instances<Caller>;
  /** The scroller of the page that is shown. */
  scroller(): HTMLElement | undefined;
  run(where: string, work: () => void): void;
}

/** Creates a query. It selects in `scope`, or in the component passed to `in()`. */
export function createSelectorQuery(scope: () => Caller | undefined, around: QuerySurroundings) {
  const access: QueryAccess<Caller, EngineNode> = {
    find: around.instances.find,
    select: (instance, selector) => instance._$.getShadowRoot()?.querySelectorAll(selector) ?? [],
    facts: factsOf,
    viewport(fields) {
      const scroller = around.scroller();
      const size = { width: scroller?.clientWidth ?? 0, height: scroller?.clientHeight ?? 0 };
      return {
        ...(fields.id ? { id: '' } : {}),
        ...(fields.dataset ? { dataset: {} } : {}),
        ...(fields.mark ? { mark: {} } : {}),
        ...(fields.rect ? { left: 0, right: size.width, top: 0, bottom: size.height } : {}),
        ...(fields.size ? size : {}),
        ...(fields.scrollOffset ? offsetOf(scroller) : {}),
      };
    },
    run: around.run,
  };
  return createQuery(scope, access);
}

interface Observable {
  createIntersectionObserver?(options?: unknown): unknown;
}

/** The query APIs of `wx`. `top`: the visible page. */
export function queryApis(top: () => Caller | undefined, around: QuerySurroundings) {
  return {
    createSelectorQuery: () => createSelectorQuery(top, around),
    createIntersectionObserver: (component?: object, options?: unknown) =>
      ((around.instances.find(component) ?? top()) as Observable | undefined)?.createIntersectionObserver?.(
        options,
      ),
  };
}

const offsetOf = (element: HTMLElement | undefined) => ({
  scrollLeft: element?.scrollLeft ?? 0,
  scrollTop: element?.scrollTop ?? 0,
  scrollWidth: element?.scrollWidth ?? 0,
  scrollHeight: element?.scrollHeight ?? 0,
});

function factsOf(node: EngineNode, fields: Fields): Record<string, unknown> {
  const element = node.$$ as unknown as HTMLElement | null;
  const component = node.asGeneralComponent();
  const box = element?.getBoundingClientRect() ?? new DOMRect();
  const origin = element?.closest('.wx-scroller')?.getBoundingClientRect() ?? new DOMRect();
  const { width, height } = box;
  const left = box.left - origin.left;
  const top = box.top - origin.top;
  const data = component?.data as Record<string, unknown> | undefined;
  const styles = element && fields.computedStyle ? getComputedStyle(element) : undefined;
  return {
    ...(fields.id ? { id: node.id } : {}),
    ...(fields.dataset ? { dataset: { ...node.dataset } } : {}),
    ...(fields.mark ? { mark: { ...node.collectMarks() } } : {}),
    ...(fields.rect ? { left, right: left + width, top, bottom: top + height } : {}),
    ...(fields.size ? { width, height } : {}),
    ...(fields.scrollOffset ? offsetOf(element ?? undefined) : {}),
    ...Object.fromEntries((fields.properties ?? []).map((name) => [name, data?.[camelCase(name)]])),
    ...Object.fromEntries(
      (fields.computedStyle ?? []).map((name) => [name, styles?.getPropertyValue(kebabCase(name)) ?? '']),
    ),
    ...(fields.context ? { context: {} } : {}),
    ...(fields.node ? { node: canvasOf(element) } : {}),
    ...(fields.ref ? { ref: component?.getMethodCaller() ?? null } : {}),
  };
}

/** The canvas object of a `<canvas>`, for drawing by scripts; null for other components. */
function canvasOf(element: HTMLElement | null): unknown {
  const api = element === null ? undefined : apiOf(element);
  return api !== undefined && 'node' in api ? (api as CanvasApi).node : null;
}
