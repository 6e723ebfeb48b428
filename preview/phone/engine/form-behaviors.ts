/** WeChat's behaviors `wx://form-field…`: they decide whether a form includes a component and the fields inside it. */
import type { ComponentSpace, Element as EngineNode, GeneralBehavior, GeneralComponent } from 'glass-easel';

const known = new WeakMap<ComponentSpace, ReadonlyMap<string, GeneralBehavior>>();

/** Stores the behaviors of a space by WeChat's names. */
export function rememberBehaviors(
  space: ComponentSpace,
  behaviors: ReadonlyMap<string, GeneralBehavior>,
): void {
  known.set(space, behaviors);
}

/** Whether the component has this behavior. */
export function hasBehavior(component: GeneralComponent | null | undefined, name: string): boolean {
  if (!component) return false;
  const behavior = known.get(component.getRootBehavior().ownerSpace)?.get(name);
  return behavior !== undefined && component.hasBehavior(behavior);
}

/** Whether `node` is in the template of the form, or every component between them has one of `behaviors`. */
export function isWithin(node: EngineNode, form: EngineNode, behaviors: readonly string[]): boolean {
  const owner = form.ownerShadowRoot;
  for (let one: EngineNode | undefined = node; one !== undefined; one = one.ownerShadowRoot?.getHostNode()) {
    if (one.ownerShadowRoot === owner) return true;
    const host = one.ownerShadowRoot?.getHostNode();
    if (!behaviors.some((name) => hasBehavior(host, name))) return false;
  }
  return false;
}
