/** Finds the engine's instances of the running pages and components. */
import type { GeneralComponent, Node } from 'glass-easel';
import { nodeOf } from '../engine/dispatch';

/** Whether this path is a page or component of the mini-program. */
type IsOwn = (is: string) => boolean;

/** A component, and its depth in the nesting of templates. */
interface Found {
  readonly component: GeneralComponent;
  readonly depth: number;
}

function* among(nodes: readonly Node[], isOwn: IsOwn, depth: number): Generator<Found> {
  for (const node of nodes) {
    const component = node.asElement()?.asGeneralComponent();
    if (component && isOwn(component.is)) {
      yield { component, depth };
      yield* componentsOf(component, isOwn, depth + 1);
    }
    yield* among(node.asElement()?.childNodes ?? [], isOwn, depth);
  }
}

/**
 * The components in the template of a page or component, and in their templates, in the order of the document. WeChat's
 * built-in components are left out.
 */
export function* componentsOf(host: GeneralComponent, isOwn: IsOwn, depth = 1): Generator<Found> {
  yield* among(host.getShadowRoot()?.childNodes ?? [], isOwn, depth);
}

/** The component of this element. If the element is not a component: the component whose template created it. */
export function componentOf(element: Element, isOwn: IsOwn): GeneralComponent | undefined {
  const node = nodeOf(element);
  let component = node?.asGeneralComponent() ?? null;
  let root = node?.ownerShadowRoot ?? null;
  while (!component || !isOwn(component.is)) {
    if (!root) return undefined;
    component = root.getHostNode();
    root = component.ownerShadowRoot;
  }
  return component;
}

/** `this` of the component in the mini-program. */
export const selfOf = (component: GeneralComponent): { setData(data: object): void } =>
  component.getMethodCaller() as unknown as { setData(data: object): void };

/** Type of a property: `String`, or `String | Number` with `optionalTypes`; undefined if there is no such property. */
export function propertyTypeOf(component: GeneralComponent, name: string): string | undefined {
  const { behavior } = component.getComponentDefinition();
  const type = behavior.getPropertyType(name) as string | undefined;
  if (type === undefined) return undefined;
  const others = (behavior.getPropertyOptionalType(name) ?? []) as readonly string[];
  const names = [...new Set([type, ...others])].map((one) => one.charAt(0).toUpperCase() + one.slice(1));
  return names.join(' | ');
}
